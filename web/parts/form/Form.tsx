import "./form-field.css";
import type { ReactNode } from "react";

interface FormProps {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form that the page checks and sends itself. */
export function Form({ label, onSubmit, children }: FormProps): ReactNode {
  return (
    <form
      className="form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
