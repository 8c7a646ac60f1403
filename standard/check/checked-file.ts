import type { FileKind } from "../layout/layouts.ts";
import type { FileName } from "../naming/file-name.ts";
import type { Finding } from "./finding.ts";

/** A file that was read and checked. It holds what could be read even where there are findings. */
export type CheckedFile = {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The parts of the name; undefined when it is not of the standard (finding `file-name`). */
  readonly fileName: FileName | undefined;
  /** The kind of a CSV file, from the name's beginning even where the rest of the name is wrong. */
  readonly kind: FileKind | undefined;
  /** CSVバージョン of the first row, as it stands there. */
  readonly version: string | undefined;
  /** All rows as they stand in the file, a header row included, up to where reading had to stop. */
  readonly rows: readonly (readonly string[])[];
  readonly findings: readonly Finding[];
};

/** Whether a file must not be sent as it is. */
export function hasErrors(file: {
  readonly findings: readonly { readonly severity: string }[];
}): boolean {
  return file.findings.some(({ severity }) => severity === "error");
}
