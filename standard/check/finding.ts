import type { Mend } from "../mend/mend.ts";
import type { Severity } from "../rules/rule.ts";
import type { FindingCode, RuleName } from "../rules/rules.ts";

/** One thing that was found in one file. */
export type Finding = {
  /** The rule that found it; several rules may share a code. */
  readonly rule: RuleName;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Name of the file. */
  readonly file: string;
  /** Row of the file, from 1. */
  readonly row?: number;
  /** Number of the field, from 1, as in the standard. */
  readonly field?: number;
  /** Name of the field in the standard. */
  readonly fieldName?: string;
  /** What is wrong and what to do, in plain Japanese. May quote the file's content. */
  readonly message: string;
  /** How it can be put right, where that is known. */
  readonly mend?: Mend;
};
