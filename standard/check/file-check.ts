import { OlderNameMend } from "../naming/older-name.ts";
import { type ReadFileName, readFileName } from "../naming/read-file-name.ts";
import type { CheckedFile } from "./checked-file.ts";
import { CsvCheck } from "./csv-check.ts";
import { Findings } from "./findings.ts";
import { ImageCheck } from "./image-check.ts";
import type { RowTaker } from "./row-check.ts";

/**
 * The check of one file whose bytes come piece by piece, in pieces of any size: the findings are the same. Its memory
 * does not grow with the file. Never throws on bad input: whatever is wrong stands in the findings.
 */
export class FileCheck {
  readonly #name: string;
  readonly #read: ReadFileName;
  readonly #findings: Findings;
  readonly #content: CsvCheck | ImageCheck | undefined;
  /** For a name of an edition before 4.0. */
  readonly #olderName: OlderNameMend | undefined;
  #size = 0;

  /**
   * @param name of the file, without a folder
   * @param take gets the rows of data one after the other, as `ReadFile` has them
   */
  constructor(name: string, take?: RowTaker) {
    this.#name = name;
    this.#read = readFileName(name);
    this.#findings = new Findings(name);
    const { fileName, kind, faults, older } = this.#read;
    const known = faults.filter(({ rule }) => rule !== "name-before-4");
    for (const fault of known) this.#findings.add(fault);
    const olderName = older === undefined ? undefined : new OlderNameMend(older);
    this.#olderName = olderName;
    if (kind === "image") this.#content = new ImageCheck(this.#findings);
    else if (kind !== undefined) {
      const takeBoth: RowTaker = (row) => {
        olderName?.row(row);
        take?.(row);
      };
      const taker = olderName === undefined ? take : takeBoth;
      this.#content = new CsvCheck(kind, fileName, this.#findings, taker);
    }
  }

  /** Takes the next bytes of the file; they may be used for something else afterwards. */
  push(chunk: Uint8Array): void {
    this.#size += chunk.length;
    this.#content?.push(chunk);
  }

  /** What was found, once all bytes have been given. */
  end(): CheckedFile {
    const { fileName, kind } = this.#read;
    const content = this.#endContent();
    if (this.#olderName !== undefined) {
      this.#findings.report("name-before-4", undefined, {}, this.#olderName.end());
    }
    return {
      name: this.#name,
      size: this.#size,
      fileName,
      kind: kind === "image" ? undefined : kind,
      ...content,
      findings: this.#findings.list(),
      errors: this.#findings.errors,
      warnings: this.#findings.warnings,
    };
  }

  #endContent(): Pick<CheckedFile, "version" | "records" | "facts"> {
    const nothing = { version: undefined, records: 0, facts: undefined };
    if (this.#content === undefined) return nothing;
    if (this.#size > 0) return this.#content.end() ?? nothing;
    this.#findings.report("empty-file", undefined);
    return nothing;
  }
}
