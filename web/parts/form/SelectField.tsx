import type { ReactNode } from "react";
import type { Field } from "../state/use-form.ts";
import { inputId } from "./FormField.tsx";
import { ListBox } from "./ListBox.tsx";

interface SelectFieldProps {
  readonly field: Field;
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

/** One of many, as a field of a form. */
export function SelectField({ field, ...props }: SelectFieldProps): ReactNode {
  const { name, value, fault } = field;
  return <ListBox id={inputId(name)} name={name} value={value} fault={fault} {...props} />;
}
