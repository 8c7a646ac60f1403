import type { ReactNode } from "react";
import { type Outcome, outcomes } from "./day-cell.tsx";

// The keys of a table that nobody changes, which Object.keys does not follow.
const shown = (Object.keys(outcomes) as Outcome[]).filter((one) => one !== "as-planned");

/** What the signs of the grid say. */
export function Legend(): ReactNode {
  return (
    <ul className="result-legend" aria-label="しるしの見方">
      <li>
        <span className="result-planned">1</span> 上は予定の回数、下は実績の回数
      </li>
      {shown.map((one) => (
        <li key={one}>
          <span className={`result-legend-sign result-${one}`}>{outcomes[one].sign}</span>{" "}
          {outcomes[one].word}
        </li>
      ))}
    </ul>
  );
}
