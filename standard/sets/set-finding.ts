import type { Mend } from "../mend/mend.ts";
import type { Severity } from "../rules/rule.ts";
import type { FindingCode, RuleName } from "../rules/rules.ts";

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
