import { type Problem, problem } from "../../rules/problem.ts";
import type { About, RuleName } from "../../rules/rules.ts";

/** A problem of a user's rows in table 7, and where it is. */
export type AnnexProblem = {
  readonly problem: Problem;
  readonly row: number;
  /** Column, from 0, where it is about one. */
  readonly column: number | undefined;
};

export function annexProblem<Name extends RuleName>(
  rule: Name,
  about: About<Name>,
  row: number,
  column?: number,
): AnnexProblem {
  return { problem: problem(rule, about), row, column };
}
