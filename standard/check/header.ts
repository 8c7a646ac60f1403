import type { FieldRow } from "../layout/field.ts";

/** Whether a row holds the names of the fields instead of values. */
export function isHeader(row: readonly string[] | undefined, fields: readonly FieldRow[]): boolean {
  if (row === undefined) return false;
  return row.some(
    (value, column) => value.includes("バージョン") || value.trim() === fields[column]?.[2],
  );
}
