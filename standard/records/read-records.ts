import type { ReadFile } from "../check/checked-file.ts";
import { StandardError } from "../errors.ts";
import type { Format } from "../layout/field.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import type { FindingCode } from "../rules/rules.ts";
import type { FileRecord } from "./file-record.ts";

/**
 * The rows of a checked file as typed objects, in the order of the file.
 * @throws StandardError `not-readable` when the file is of another kind, or has errors in its rows. Errors that leave
 * the values certain (name, line ends, version, month) do not stand in the way.
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
    ({ severity, code }) => severity === "error" && !leavesValuesCertain.has(code),
  );
  if (error !== undefined) {
    throw notReadable(
      `「${file.name}」には誤りがあるため読み取れません。${error.message}`,
      `file has an error: ${error.code}`,
    );
  }
  const fields = rowsOf(kind);
  return file.rows.map((row) => {
    const record: { [key: string]: string | number } = {};
    fields.forEach(([, key, , , , format], column) => {
      const value = row[column] ?? "";
      if (value !== "") record[key] = isNumber(format) ? Number(value) : value;
    });
    // The checks of the file have shown every value to be of its field's format, which the type restates.
    return record as FileRecord<Kind>;
  });
}

const leavesValuesCertain: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "file-name",
  "line-end",
  "version-unknown",
  "version-mixed",
  "month-mismatch",
  "month-mixed",
  "date-outside-month",
]);

function isNumber(format: Format): boolean {
  return format === "integer" || format === "99.99";
}

function notReadable(message: string, detail: string): StandardError {
  return new StandardError("not-readable", message, detail);
}
