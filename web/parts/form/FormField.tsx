import "./form-field.css";
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useEffect, useRef } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { Icon } from "../look/Icon.tsx";
import type { Field } from "../state/use-form.ts";

export interface FormFieldProps {
  readonly field: Field;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly type?: "text" | "password" | "email" | "tel";
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly width?: "short" | "half" | "full";
  /** What stands behind the input, e.g. a button to show the password. */
  readonly after?: ReactNode;
  /** How many lines are in sight, of a field for several. */
  readonly rows?: number;
  /** Takes the focus when it is first drawn, so that typing replaces what stands there: the first field of a dialog. */
  readonly takesFocus?: boolean;
}

/** A text field with its name, a hint, what is wrong with it, and what was mended in it, all tied to the input. */
export function FormField({
  field,
  label,
  hint,
  type = "text",
  autoComplete = "off",
  width = "full",
  after,
  rows,
  takesFocus = false,
}: FormFieldProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    input.current?.focus();
    input.current?.select();
  }, [takesFocus]);
  return (
    <TextField
      className={`form-field form-field-${width}`}
      id={inputId(field.name)}
      name={field.name}
      type={type}
      value={field.value}
      onChange={field.onChange}
      onBlur={({ relatedTarget }) => {
        if (!isPressed(relatedTarget)) field.onBlur();
      }}
      isInvalid={field.fault !== undefined}
      validationBehavior="aria"
      autoComplete={autoComplete}
    >
      <Label className="form-field-label">{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="form-field-hint">
          {hint}
        </Text>
      )}
      <div className="form-field-line">
        {rows === undefined ? (
          <Input
            ref={input}
            className="form-field-input"
            spellCheck={false}
            autoCapitalize="none"
          />
        ) : (
          <TextArea className="form-field-input" rows={rows} />
        )}
        {after}
      </div>
      <FieldError className="form-field-fault">
        <Icon name="alert" />
        <span>{field.fault}</span>
      </FieldError>
      <p className="form-field-mended" aria-live="polite">
        {field.typed === undefined ? null : (
          <>
            <Icon name="check" />
            <span>
              「{field.typed}」を「{field.value}」に直しました。
            </span>
          </>
        )}
      </p>
    </TextField>
  );
}

/**
 * Whether the field is left by pressing a button. What would be said of the field then moves the button away from
 * under the pointer, and the press would be lost; the form says it when it is sent.
 */
function isPressed(to: Element | null): boolean {
  return to?.matches("button:active") === true;
}

/** The id of a field's input, for the summary of faults that leads there. */
export function inputId(name: string): string {
  return `field-${name}`;
}
