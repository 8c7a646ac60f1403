import "./facts.css";
import type { ReactNode } from "react";

/** Pairs of a name and what stands for it. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [string, ReactNode])[];
}): ReactNode {
  return (
    <dl className="facts">
      {facts.map(([name, what]) => (
        <div key={name} className="facts-pair">
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
