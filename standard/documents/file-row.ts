import { type FileKind, rowsOf } from "../layout/layouts.ts";
import type { FileRecord } from "../records/file-record.ts";
import { valuesOf } from "../records/write-file.ts";

/** A row of a file as a document keeps it: what it holds, and where it stood, so that it is written back there. */
export type FileRow<Kind extends FileKind> = {
  /** Row of the file, from 1, as findings count: a header row is counted. */
  readonly row: number;
  readonly record: FileRecord<Kind>;
  /** Numbers that the file does not write in their plain form, e.g. `{count: "02"}`; absent where there are none. */
  readonly spelled?: { readonly [key: string]: string };
};

/** The rows of the files of a set, a list a kind, in the order of each file. */
export type RowsByKind = { readonly [Kind in FileKind]?: readonly FileRow<Kind>[] };

/** The row of a document that a row of a file is. */
export function fileRow<Kind extends FileKind>(
  kind: Kind,
  row: number,
  record: FileRecord<Kind>,
  values: readonly string[],
): FileRow<Kind> {
  const plain = valuesOf(kind, record);
  const spelled = rowsOf(kind).flatMap(([, key], column) => {
    const value = values[column] ?? "";
    return value === plain[column] ? [] : [[key, value] as const];
  });
  return { row, record, ...(spelled.length > 0 && { spelled: Object.fromEntries(spelled) }) };
}

/** The values of a row as they are to be written: a number is spelled as it was, as long as it is the same number. */
export function valuesOfRow<Kind extends FileKind>(
  kind: Kind,
  { record, spelled }: FileRow<Kind>,
): readonly string[] {
  const plain = valuesOf(kind, record);
  if (spelled === undefined) return plain;
  return rowsOf(kind).map(([, key], column) => {
    const value = plain[column] ?? "";
    const before = spelled[key];
    return before !== undefined && Number(before) === Number(value) ? before : value;
  });
}
