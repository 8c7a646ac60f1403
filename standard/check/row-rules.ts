import type { FieldRow } from "../layout/field.ts";
import type { FileKind } from "../layout/layouts.ts";
import type { CsvFileName } from "../naming/file-name.ts";
import type { FileFacts } from "./facts.ts";
import type { Findings } from "./findings.ts";

/** What the rules of a kind know of the file before its first row. */
export type FileContext = {
  readonly kind: FileKind;
  /** Undefined when the name is not of the standard. */
  readonly fileName: CsvFileName | undefined;
  readonly fields: readonly FieldRow[];
  readonly findings: Findings;
};

/**
 * Rules across the fields and rows of one file. They see the rows as the file streams by and keep what they must,
 * which may not grow without bound (see `largestFacts`).
 */
export type RowRules = {
  /**
   * Called for each row with the right number of fields, in order.
   * @param row the values, unquoted
   * @param number of the row in the file, from 1
   * @param sound whether no value of the row, free text aside, has an error of its own; of rows that are not, only the
   * keys that are right by themselves may be used, and sums they belong to cannot be judged
   */
  row(row: readonly string[], number: number, sound: boolean): void;
  /** Called after the last row. What rules of the set need to know of the file. */
  end(): FileFacts | undefined;
};

/** Begins the rules of a kind for one file. */
export type StartRowRules = (context: FileContext) => RowRules;
