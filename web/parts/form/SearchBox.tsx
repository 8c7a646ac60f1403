import "./form-field.css";
import { type ReactNode, useId } from "react";

interface SearchBoxProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where one types what is looked for; what is found follows at once. */
export function SearchBox({ label, hint, value, onChange }: SearchBoxProps): ReactNode {
  const id = useId();
  return (
    <div className="form-field form-field-half">
      <label className="form-field-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="form-field-hint">
          {hint}
        </p>
      )}
      <div className="form-field-line">
        <input
          id={id}
          type="search"
          className="form-field-input"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          autoComplete="off"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </div>
    </div>
  );
}
