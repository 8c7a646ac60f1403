import type { FileKind } from "../layout/layouts.ts";
import type { Mend } from "../mend/mend.ts";
import type { FileName } from "../naming/file-name.ts";
import type { CheckedFile } from "./checked-file.ts";
import { CsvReader, type LossReason } from "./csv-reader.ts";
import type { Encoding } from "./encoding.ts";
import type { Findings, Place } from "./findings.ts";
import { RowCheck, type RowTaker } from "./row-check.ts";

/** The check of a CSV file whose bytes come piece by piece. */
export class CsvCheck {
  readonly #findings: Findings;
  readonly #rows: RowCheck;
  readonly #reader: CsvReader;
  #encoding: Encoding | undefined;
  #lost: { readonly rule: LossReason; readonly place: Place } | undefined;

  /** @param take gets every row of data */
  constructor(
    kind: FileKind,
    fileName: FileName | undefined,
    findings: Findings,
    take: RowTaker | undefined,
  ) {
    this.#findings = findings;
    const rows = new RowCheck(kind, fileName, findings, take);
    this.#rows = rows;
    this.#reader = new CsvReader({
      encoding: (encoding) => {
        this.#encoding = encoding;
      },
      row: (scanner, bytes, _, reader) => rows.row(scanner, bytes, reader),
      lost: (rule, column) => {
        const place = rows.lostRow(column);
        this.#lost = {
          rule,
          place: rule === "row-too-long" ? { ...place, field: undefined } : place,
        };
      },
      unread: () => undefined,
      lossEnded: (goesOn) => {
        if (this.#lost) findings.report(this.#lost.rule, { goesOn }, this.#lost.place);
      },
    });
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  end(): Pick<CheckedFile, "version" | "records" | "facts"> {
    this.#reader.end();
    this.#reportEncoding();
    const facts = this.#rows.end();
    return { version: this.#rows.version, records: this.#rows.records, facts };
  }

  /** Reports Unicode, which can become MS932 where MS932 has all characters. */
  #reportEncoding(): void {
    if (this.#encoding === undefined || this.#encoding === "MS932") return;
    const rule = this.#encoding === "UTF-8" ? "utf-8" : "utf-16";
    const mend: Mend = { certain: true, says: "MS932 に変える" };
    this.#findings.report(rule, undefined, {}, this.#rows.mayLackCharacters ? undefined : mend);
  }
}
