import type { RuleName } from "../rules/rules.ts";

/** Errors about how a file is written that leave every value as it was meant: they stand in the way of no reading. */
export const writtenOtherwise: ReadonlySet<RuleName> = new Set<RuleName>([
  "utf-8",
  "utf-16",
  "trailing-commas",
]);
