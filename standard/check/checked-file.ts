import type { FileKind } from "../layout/layouts.ts";
import type { FileName } from "../naming/file-name.ts";
import type { FileFacts } from "./facts.ts";
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
  /** How many rows of data there are, a header row not counted, up to where reading had to stop. */
  readonly records: number;
  readonly findings: readonly Finding[];
  /** How many findings are errors and warnings; those that were only counted (`findings-omitted`) are among them. */
  readonly errors: number;
  readonly warnings: number;
  /** What the rules of a set need to know of its rows; undefined for a picture and where nothing could be read. */
  readonly facts: FileFacts | undefined;
};

/** A checked file with its rows of data, unquoted, without a header row. */
export type ReadFile = CheckedFile & { readonly rows: readonly (readonly string[])[] };

/** Whether a file must not be sent as it is. */
export function hasErrors(file: {
  readonly findings: readonly { readonly severity: string }[];
}): boolean {
  return file.findings.some(({ severity }) => severity === "error");
}
