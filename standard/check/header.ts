import type { FieldRow } from "../layout/field.ts";

/** Whether a first row holds the names of the fields instead of values. */
export function isHeader(values: readonly string[], fields: readonly FieldRow[]): boolean {
  return values.some(
    (value, column) => value.includes("バージョン") || value.trim() === fields[column]?.[2],
  );
}
