import type { FieldRow } from "../layout/field.ts";
import { isMonth } from "../values/month-of-service.ts";

/** Whether a first row holds the names of the fields instead of values. A row of data begins with a version. */
export function isHeader(values: readonly string[], fields: readonly FieldRow[]): boolean {
  if (isMonth(values[0] ?? "")) return false;
  return values.some(
    (value, column) => value.includes("バージョン") || value.trim() === fields[column]?.[2],
  );
}
