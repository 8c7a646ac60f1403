import "./steps.css";
import type { ReactNode } from "react";
import { Icon } from "../look/Icon.tsx";

interface StepsProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Which one is the current, from 0. */
  readonly current: number;
}

/** The steps of a procedure and where the user is in it. */
export function Steps({ label, steps, current }: StepsProps): ReactNode {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={`steps-step steps-${stateOf(index, current)}`}
          aria-current={index === current ? "step" : undefined}
        >
          <span className="steps-number" aria-hidden="true">
            {index < current ? <Icon name="check" /> : index + 1}
          </span>
          <span className="steps-name">
            {step}
            <span className="unseen">{index < current ? " (済み)" : ""}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function stateOf(index: number, current: number): "done" | "now" | "ahead" {
  if (index < current) return "done";
  return index === current ? "now" : "ahead";
}
