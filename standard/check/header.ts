import { readCsv } from "../csv/read.ts";
import type { FieldRow } from "../layout/field.ts";

/** Whether the first row of a text holds the names of the fields instead of values. */
export function hasHeader(text: string, fields: readonly FieldRow[]): boolean {
  const [firstLine = ""] = text.slice(0, longestHeader).split(/\r\n|\n|\r/, 1);
  const row = readCsv(firstLine).rows[0] ?? [];
  return row.some(
    (value, column) => value.includes("バージョン") || value.trim() === fields[column]?.[2],
  );
}

/** Longer than the names of any kind's fields together. */
const longestHeader = 10_000;
