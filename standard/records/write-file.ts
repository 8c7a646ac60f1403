import type { Format } from "../layout/field.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import type { FileRecord } from "./file-record.ts";
import { writeRows } from "./write-rows.ts";

/**
 * Writes records as a file of the standard; `readRecords` reads them back. Its name comes from `buildFileName`.
 * @throws StandardError `value` or `unmappable-character`, with row and field
 */
export function writeFile<Kind extends FileKind>(
  kind: Kind,
  records: readonly FileRecord<Kind>[],
): Uint8Array {
  return writeRows(
    kind,
    records.map((record) => valuesOf(kind, record)),
  );
}

/** The values of a record as its row holds them, numbers in their plain form. */
export function valuesOf<Kind extends FileKind>(
  kind: Kind,
  record: FileRecord<Kind>,
): readonly string[] {
  const values = record as { readonly [key: string]: string | number | undefined };
  return rowsOf(kind).map(([, key, , , , format]) => written(values[key], format));
}

function written(value: string | number | undefined, format: Format): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return format === "99.99" ? value.toFixed(2) : String(value);
}
