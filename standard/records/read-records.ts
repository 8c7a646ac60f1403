import type { ReadFile } from "../check/checked-file.ts";
import { writtenOtherwise } from "../check/written-otherwise.ts";
import { StandardError, type StandardErrorPlace } from "../errors.ts";
import type { Format } from "../layout/field.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import type { FindingCode } from "../rules/rules.ts";
import type { FileRecord } from "./file-record.ts";

/**
 * The rows of a checked file as typed objects, in the order of the file.
 * @throws StandardError `not-readable` when the file is of another kind, or has errors that leave a value uncertain, with
 * the row and field of the first. Errors between values (name, line ends, month, sums, keys) do not stand in the way.
 */
export function readRecords<Kind extends FileKind>(
  kind: Kind,
  file: ReadFile,
): readonly FileRecord<Kind>[] {
  if (file.kind !== kind) {
    throw notReadable(
      `「${file.name}」は ${kind} のファイルではありません。`,
      `file is not a ${kind}`,
    );
  }
  const error = file.findings.find(
    ({ severity, code, rule }) =>
      severity === "error" && makesValuesUncertain.has(code) && !writtenOtherwise.has(rule),
  );
  if (error !== undefined) {
    throw notReadable(
      `「${file.name}」には誤りがあるため読み取れません。${error.message}`,
      `file has an error: ${error.code}`,
      {
        ...(error.row !== undefined && { row: error.row }),
        ...(error.field !== undefined && { field: error.field }),
      },
    );
  }
  return file.rows.map((row) => recordOf(kind, row));
}

const makesValuesUncertain: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "empty-file",
  "too-large",
  "encoding",
  "field-count",
  "quote",
  "required",
  "format",
  "length",
  "code",
  "unmappable-character",
  "control-character",
]);

/** A row as a typed object. Its values must have been found to be of their fields' formats: they are not looked at. */
export function recordOf<Kind extends FileKind>(
  kind: Kind,
  row: readonly string[],
): FileRecord<Kind> {
  const record: { [key: string]: string | number } = {};
  rowsOf(kind).forEach(([, key, , , , format], column) => {
    const value = row[column] ?? "";
    if (value !== "") record[key] = isNumber(format) ? Number(value) : value;
  });
  // The type restates what the checks have found.
  return record as FileRecord<Kind>;
}

function isNumber(format: Format): boolean {
  return format === "integer" || format === "99.99";
}

function notReadable(message: string, detail: string, place?: StandardErrorPlace): StandardError {
  return new StandardError("not-readable", message, detail, place);
}
