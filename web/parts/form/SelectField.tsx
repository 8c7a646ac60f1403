import "./form-field.css";
import type { ReactNode } from "react";
import { Icon } from "../look/Icon.tsx";
import type { Field } from "../state/use-form.ts";
import { inputId } from "./FormField.tsx";

interface SelectFieldProps {
  readonly field: Field;
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

/** One of many, in the list of the browser itself. */
export function SelectField({ field, label, options, onChange }: SelectFieldProps): ReactNode {
  const id = inputId(field.name);
  const faultId = `${id}-fault`;
  return (
    <div className="form-field form-field-short">
      <label className="form-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="form-field-line">
        <select
          id={id}
          name={field.name}
          className="form-field-input"
          value={field.value}
          aria-invalid={field.fault !== undefined}
          aria-describedby={field.fault === undefined ? undefined : faultId}
          {...(field.fault !== undefined && { "data-invalid": true })}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {field.fault === undefined ? null : (
        <p id={faultId} className="form-field-fault">
          <Icon name="alert" />
          <span>{field.fault}</span>
        </p>
      )}
    </div>
  );
}
