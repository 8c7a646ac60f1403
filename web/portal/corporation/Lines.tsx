import type { ReactNode } from "react";

/** Words of which each stands on a line of its own, unbroken where there is room. */
export function Lines({ of }: { readonly of: readonly string[] }): ReactNode {
  return of.map((line) => (
    <span key={line} className="corporation-line">
      {line}
    </span>
  ));
}
