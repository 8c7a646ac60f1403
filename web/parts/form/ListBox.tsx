import "./form-field.css";
import type { ReactNode } from "react";
import { Icon } from "../look/Icon.tsx";

interface ListBoxProps {
  readonly id: string;
  readonly name?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly fault?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of many, in the list of the browser itself, with its label and what is wrong. */
export function ListBox({
  id,
  name,
  label,
  value,
  options,
  fault,
  onChange,
}: ListBoxProps): ReactNode {
  const faultId = `${id}-fault`;
  return (
    <div className="form-field form-field-short">
      <label className="form-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="form-field-line">
        <select
          id={id}
          name={name}
          className="form-field-input"
          value={value}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={fault === undefined ? undefined : faultId}
          {...(fault !== undefined && { "data-invalid": true })}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {fault === undefined ? null : (
        <p id={faultId} className="form-field-fault">
          <Icon name="alert" />
          <span>{fault}</span>
        </p>
      )}
    </div>
  );
}
