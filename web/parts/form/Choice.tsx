import "./choice.css";
import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** A value that no option has while none is chosen. */
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<T>): ReactNode {
  return (
    <RadioGroup
      className="choice"
      // While none is chosen: with a value that no option has, Tab would pass the group by.
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className="form-field-label">{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice-option">
          <span className="choice-mark" aria-hidden="true" />
          <span>
            {option.label}
            {option.hint === undefined ? null : <span className="choice-hint">{option.hint}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
