import type { CheckedFile } from "../check/checked-file.ts";
import { writtenOtherwise } from "../check/written-otherwise.ts";
import type { FindingCode } from "../rules/rules.ts";

/** The last field that may be part of a key: insurer, insured, month or date stand in fields 2 to 5. */
const lastKeyField = 5;

/**
 * Whether every row of a file was read and its keys are right, so that what is not in it can be said to be missing.
 * A finding about a row without a field means a row that was not read; one without a row, a file that was not.
 */
export function hasCertainKeys({ facts, findings }: CheckedFile): boolean {
  if (facts === undefined) return false;
  return !findings.some(
    ({ severity, rule, code, row, field }) =>
      severity === "error" &&
      !leavesRows.has(code) &&
      !writtenOtherwise.has(rule) &&
      rule !== "empty-row" &&
      (losesRows.has(code) || row === undefined || field === undefined || field <= lastKeyField),
  );
}

/** Errors that lose the row, whichever field they stand in. */
const losesRows: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "quote",
  "too-large",
  "findings-omitted",
]);

/** Errors that lose no row and change no key. */
const leavesRows: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "file-name",
  "header-row",
  "line-end",
  "version-unknown",
  "version-mixed",
  "duplicate-key",
  "week-row",
]);
