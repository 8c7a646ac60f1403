import type { ComparisonSign } from "@tsunagi/standard";
import type { ReactNode } from "react";

interface SignProps {
  readonly sign: ComparisonSign;
  /** How many times, where it is not once. */
  readonly count?: number;
}

/** The sign of a comparison, with a colour beside it. */
export function Sign({ sign, count = 1 }: SignProps): ReactNode {
  return (
    <span className={`compare-sign compare-sign-${looks.get(sign) ?? "changed"}`}>
      {sign}
      {count === 1 ? null : <span className="compare-count">{count}</span>}
    </span>
  );
}

/** Signs with a colour of their own; all others say that something changed. */
const looks: ReadonlyMap<ComparisonSign, string> = new Map([
  ["○", "same"],
  ["－", "missing"],
  ["＋", "added"],
  ["・", "unreported"],
]);
