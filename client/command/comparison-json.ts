import type { ComparedUser, ComparedVisit, Comparison, Visit } from "@tsunagi/standard";

/** What `tsunagi diff --json` prints: a comparison without the rows of the files. Dates YYYYMMDD; stable. */
export interface ComparisonJson {
  readonly before: Comparison["before"];
  readonly after: Comparison["after"];
  readonly same: boolean;
  readonly users: readonly (Omit<ComparedUser, "visits"> & {
    readonly visits: readonly VisitJson[];
  })[];
}

interface VisitJson {
  readonly outcome: ComparedVisit["outcome"];
  /** Where it has changed: in what. */
  readonly changes?: readonly string[];
  readonly before?: SideJson;
  readonly after?: SideJson;
}

type SideJson = Omit<Visit, "key" | "rows">;

export function comparisonJson(
  { before, after, users }: Comparison,
  same: boolean,
): ComparisonJson {
  return {
    before,
    after,
    same,
    users: users.map((user) => ({ ...user, visits: user.visits.map(visitJson) })),
  };
}

function visitJson(compared: ComparedVisit): VisitJson {
  const { outcome, before, after } = compared;
  return {
    outcome,
    ...(outcome === "changed" && { changes: compared.changes }),
    ...(before !== undefined && { before: sideJson(before) }),
    ...(after !== undefined && { after: sideJson(after) }),
  };
}

function sideJson({ key: _key, rows: _rows, ...visit }: Visit): SideJson {
  return visit;
}
