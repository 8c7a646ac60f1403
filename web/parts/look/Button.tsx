import "./button.css";
import "./spinner.css";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Icon, type IconName } from "./Icon.tsx";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly type?: "button" | "submit";
  readonly onPress?: () => void;
  readonly disabled?: boolean;
  /** While it works it keeps the focus, says so, and `onPress` is not called. */
  readonly pending?: boolean;
  /** Says more than the words on it, where these stand many times on a page. */
  readonly label?: string;
}

/** One primary button a page at most. */
export function Button({
  children,
  look = "plain",
  icon,
  type = "button",
  onPress,
  disabled = false,
  pending = false,
  label,
}: ButtonProps): ReactNode {
  return (
    <>
      <AriaButton
        className={`button button-${look} ${pending ? "button-pending" : ""}`}
        type={type}
        isDisabled={disabled}
        onPress={() => {
          if (!pending) onPress?.();
        }}
        {...(label === undefined ? {} : { "aria-label": label })}
      >
        {pending ? <span className="spinner" aria-hidden="true" /> : null}
        {icon !== undefined && !pending ? <Icon name={icon} /> : null}
        <span>{children}</span>
      </AriaButton>
      <span className="unseen" aria-live="polite">
        {pending ? "処理しています" : ""}
      </span>
    </>
  );
}
