import type { CheckedFile } from "../check/checked-file.ts";
import type { FileSet } from "../sets/file-set.ts";

/** What is to be checked: a file anywhere, read piece by piece and more than once if need be. */
export type GivenFile = {
  /** How the file is called in the report: its path, or its name. */
  readonly path: string;
  /** Its name without a folder. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** A file of a report. */
export type ReportedFile = CheckedFile & { readonly path: string };

/** What was found in files that were given together. */
export type Report = {
  /** In the order in which they were given. */
  readonly files: readonly ReportedFile[];
  /** In the order of their set times: the order in which receivers process them. */
  readonly sets: readonly FileSet[];
  /** How many findings of files and sets are errors; those counted but not listed are among them. */
  readonly errors: number;
  readonly warnings: number;
};

/** How far `checkFiles` is. */
export type Progress = {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
};
