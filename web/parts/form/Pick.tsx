import "./form-field.css";
import { type ReactNode, useId } from "react";

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

/** One of many, where nothing can be wrong: a filter of what is shown. In the list of the browser itself. */
export function Pick({ label, value, options, onChange }: PickProps): ReactNode {
  const id = useId();
  return (
    <div className="form-field form-field-short">
      <label className="form-field-label" htmlFor={id}>
        {label}
      </label>
      <div className="form-field-line">
        <select
          id={id}
          className="form-field-input"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
