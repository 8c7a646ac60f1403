import "./button.css";
import type { ReactNode } from "react";
import type { ButtonLook } from "./Button.tsx";
import { Icon, type IconName } from "./Icon.tsx";

interface LinkButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  /** The name under which the browser saves what the link leads to. */
  readonly download?: string;
  readonly label?: string;
  /** Opens a tab of its own, as it leads out of the app. */
  readonly elsewhere?: boolean;
}

/** A link that looks like a button: it leads somewhere or saves a file. */
export function LinkButton({
  href,
  children,
  look = "plain",
  icon,
  download,
  label,
  elsewhere = false,
}: LinkButtonProps): ReactNode {
  return (
    <a
      className={`button button-${look}`}
      href={href}
      download={download}
      aria-label={label}
      {...(elsewhere && { target: "_blank", rel: "noreferrer" })}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>
        {children}
        {elsewhere ? <span className="button-aside small"> (新しいタブ)</span> : null}
      </span>
    </a>
  );
}
