import { type ReactNode, useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { Field } from "../state/use-form.ts";
import { FormField } from "./FormField.tsx";

interface PasswordFieldProps {
  readonly field: Field;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly autoComplete: "current-password" | "new-password" | "off";
}

/** A password, which can be shown while it is typed. */
export function PasswordField({ field, label, hint, autoComplete }: PasswordFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <FormField
      field={field}
      label={label}
      hint={hint}
      type={shown ? "text" : "password"}
      autoComplete={autoComplete}
      width="half"
      after={
        <ToggleButton
          className="button button-quiet"
          isSelected={shown}
          onChange={setShown}
          aria-label={`${label}を表示する`}
        >
          {shown ? "隠す" : "表示する"}
        </ToggleButton>
      }
    />
  );
}
