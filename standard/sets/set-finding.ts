import type { FieldRow } from "../layout/field.ts";
import type { Mend } from "../mend/mend.ts";
import { problem } from "../rules/problem.ts";
import type { Severity } from "../rules/rule.ts";
import type { About, FindingCode, RuleName } from "../rules/rules.ts";

/** One thing that was found about a set as a whole, or between its files. */
export type SetFinding = {
  readonly rule: RuleName;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Names of the files it is about: those that are there. */
  readonly files: readonly string[];
  /** Row of the first of these files, from 1, where it is about one. */
  readonly row?: number;
  /** Number of the field, from 1, as in the standard. */
  readonly field?: number;
  readonly fieldName?: string;
  /** What is wrong and what to do, in plain Japanese. */
  readonly message: string;
  readonly mend?: Mend;
};

/** What a rule says about files of a set. */
export function setFinding<Name extends RuleName>(
  rule: Name,
  about: About<Name>,
  files: readonly { readonly name: string }[],
  place: { readonly row?: number; readonly field?: FieldRow | undefined } = {},
): SetFinding {
  const { row, field } = place;
  return {
    ...problem(rule, about),
    files: files.map(({ name }) => name),
    ...(row !== undefined && { row }),
    ...(field !== undefined && { field: field[0], fieldName: field[2] }),
  };
}

/** How many findings of one rule are listed of a set. */
const listedOfRule = 20;

/** The first findings of each rule; where there are more, one that says how many. */
export function listed(findings: readonly SetFinding[]): readonly SetFinding[] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return [...byRule.values()].flatMap((ofRule) => {
    const omitted = ofRule.slice(listedOfRule);
    if (omitted.length === 0) return ofRule;
    const files = [...new Set(omitted.flatMap((finding) => finding.files))];
    return [
      ...ofRule.slice(0, listedOfRule),
      setFinding(
        "set-findings-omitted",
        { count: omitted.length },
        files.map((name) => ({ name })),
      ),
    ];
  });
}
