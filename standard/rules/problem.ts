import type { Mend } from "../mend/mend.ts";
import type { Severity } from "./rule.ts";
import { type About, type FindingCode, type RuleName, rules } from "./rules.ts";

/** A finding before its place is known. */
export type Problem = {
  readonly rule: RuleName;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly mend?: Mend;
};

/** What a rule says about a case. */
export function problem<Name extends RuleName>(
  rule: Name,
  about: About<Name>,
  mend?: Mend,
): Problem {
  const { code, severity, says } = rules[rule];
  // The parameter of each rule's sentence is its own; About ties the two together, which the union loses.
  const message = (says as (about: About<Name>) => string)(about);
  return { rule, code, severity, message, ...(mend && { mend }) };
}
