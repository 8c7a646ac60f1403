import type { ReadFile } from "../check/checked-file.ts";
import { type ValueCheck, valueCheck } from "../check/value.ts";
import type { FieldRow } from "../layout/field.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import { readRecords, recordOf } from "../records/read-records.ts";
import { problem } from "../rules/problem.ts";
import { type FileRow, fileRow } from "./file-row.ts";

/** What could not be read: a file, a row, or one value. */
export type Unread = {
  readonly file: string;
  /** Row of the file, from 1. */
  readonly row?: number;
  /** Number of the field, from 1, as in the standard. */
  readonly field?: number;
  readonly fieldName?: string;
  /** Why, and what to do, in plain Japanese. */
  readonly message: string;
};

/** @throws StandardError `not-readable`, as `readRecords` does */
export function readRowsStrictly<Kind extends FileKind>(
  kind: Kind,
  file: ReadFile,
): readonly FileRow<Kind>[] {
  const first = firstRow(file);
  return readRecords(kind, file).map((record, at) =>
    fileRow(kind, first + at, record, file.rows[at] ?? []),
  );
}

/**
 * Reads the rows that can be read. A wrong value of a field that may be empty is left out, a row with a wrong value of
 * any other field is left out whole; both are told to `onUnread`.
 */
export function readRowsLeniently<Kind extends FileKind>(
  kind: Kind,
  file: ReadFile,
  onUnread: (unread: Unread) => void,
): readonly FileRow<Kind>[] {
  const fields = rowsOf(kind);
  const checks = fields.map(valueCheck);
  const first = firstRow(file);
  const rows: FileRow<Kind>[] = [];
  let told = 0;
  file.rows.forEach((values, at) => {
    const row = first + at;
    const certain = certainValues(values, fields, checks, (field, message) => {
      told++;
      if (told <= mostUnread) onUnread({ file: file.name, row, ...placeOf(field), message });
    });
    if (certain !== undefined) rows.push(fileRow(kind, row, recordOf(kind, certain), certain));
  });
  if (told > mostUnread) {
    const message = `ほかに ${told - mostUnread} か所、読めない値や行があります。`;
    onUnread({ file: file.name, message });
  }
  return rows;
}

/** How much of one file is told value by value. */
const mostUnread = 1000;

function certainValues(
  values: readonly string[],
  fields: readonly FieldRow[],
  checks: readonly ValueCheck[],
  onWrong: (field: FieldRow | undefined, message: string) => void,
): readonly string[] | undefined {
  if (values.length < fields.length || values.slice(fields.length).some((value) => value !== "")) {
    const counts = { count: values.length, wanted: fields.length };
    onWrong(undefined, problem("field-count", counts).message);
    return undefined;
  }
  let whole = true;
  const certain = fields.map((field, column) => {
    const value = values[column] ?? "";
    const wrong = checks[column]?.(value);
    if (wrong?.severity !== "error") return value;
    onWrong(field, wrong.message);
    if (field[4] === "required") whole = false;
    return "";
  });
  return whole ? certain : undefined;
}

function placeOf(field: FieldRow | undefined): Pick<Unread, "field" | "fieldName"> {
  return field === undefined ? {} : { field: field[0], fieldName: field[2] };
}

/** The row of the file that the first row of data is. */
function firstRow(file: ReadFile): number {
  return file.findings.some(({ rule }) => rule === "header-row") ? 2 : 1;
}
