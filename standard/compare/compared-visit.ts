import type { Visit } from "./visit.ts";

/** In what two visits that belong together differ. */
export type Change = "time" | "code" | "count" | "units" | "satellite" | "equipment" | "office";

/**
 * A visit of one side and what stands for it on the other. Every visit of both sides stands in exactly one of them.
 * - `same`: there on both sides, alike
 * - `changed`: there on both sides, in `changes` not alike
 * - `missing`: only before; `added`: only after
 * - `unreported`: of an office for which the other side, being results, does not speak
 */
export type ComparedVisit =
  | { readonly outcome: "same"; readonly before: Visit; readonly after: Visit }
  | {
      readonly outcome: "changed";
      readonly changes: readonly [Change, ...Change[]];
      readonly before: Visit;
      readonly after: Visit;
    }
  | { readonly outcome: "missing"; readonly before: Visit; readonly after: undefined }
  | { readonly outcome: "added"; readonly before: undefined; readonly after: Visit }
  | { readonly outcome: "unreported"; readonly before: Visit; readonly after: undefined }
  | { readonly outcome: "unreported"; readonly before: undefined; readonly after: Visit };

/** The visit where a comparison shows it: where it was, or where it came to be. */
export function shownVisit({ before, after }: ComparedVisit): Visit {
  const visit = before ?? after;
  if (visit === undefined) throw new Error("a compared visit stands on a side");
  return visit;
}

/** Whether it is a difference: neither alike nor left out by results that speak for others only. */
export function isDifference({ outcome }: ComparedVisit): boolean {
  return outcome !== "same" && outcome !== "unreported";
}
