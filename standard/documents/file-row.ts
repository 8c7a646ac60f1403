import type { FileKind } from "../layout/layouts.ts";
import type { FileRecord } from "../records/file-record.ts";

/** A row of a file as a document keeps it: what it holds, and where it stood, so that it is written back there. */
export type FileRow<Kind extends FileKind> = {
  /** Row of the file, from 1, as findings count: a header row is counted. */
  readonly row: number;
  readonly record: FileRecord<Kind>;
};

/** The rows of the files of a set, a list a kind, in the order of each file. */
export type RowsByKind = { readonly [Kind in FileKind]?: readonly FileRow<Kind>[] };
