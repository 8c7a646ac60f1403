import type { LineEnd, RowScanner } from "../csv/row-scanner.ts";
import type { FieldRow } from "../layout/field.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import { mendText } from "../mend/characters.ts";
import { findUnmappable } from "../ms932/encode.ts";
import type { FileName } from "../naming/file-name.ts";
import { isMonth } from "../values/month-of-service.ts";
import { Column } from "./column.ts";
import type { FileFacts } from "./facts.ts";
import type { Findings, Place } from "./findings.ts";
import { isHeader } from "./header.ts";
import { MonthCheck } from "./months.ts";
import type { RowRules } from "./row-rules.ts";
import { rulesOfKind } from "./rules-of-kind.ts";
import type { ValueReader } from "./value-reader.ts";
import { VersionCheck } from "./versions.ts";

/** Takes the rows of data of a file as they go by, unquoted. Those that could not be read are empty. */
export type RowTaker = (values: readonly string[]) => void;

/** Checks the rows of one file one after the other: their form, every value, and the rules between them. */
export class RowCheck {
  readonly #fields: readonly FieldRow[];
  readonly #columns: readonly Column[];
  /** The values of the row at hand; most stay from row to row. */
  readonly #values: string[];
  /** In how many columns something is to be said of them. */
  #remarkable = 0;
  readonly #findings: Findings;
  readonly #versions: VersionCheck;
  readonly #months: MonthCheck;
  readonly #rules: RowRules | undefined;
  readonly #take: RowTaker | undefined;
  readonly #lineEnds = { LF: { first: 0, count: 0 }, CR: { first: 0, count: 0 } };
  #row = 0;
  #records = 0;
  #mayLackCharacters = false;

  constructor(
    kind: FileKind,
    fileName: FileName | undefined,
    findings: Findings,
    take: RowTaker | undefined,
  ) {
    const fields = rowsOf(kind);
    const csvName = fileName?.type === "csv" ? fileName : undefined;
    this.#fields = fields;
    this.#columns = fields.map((field) => new Column(field));
    this.#values = fields.map(() => "");
    this.#findings = findings;
    this.#versions = new VersionCheck(fields[0], findings);
    this.#months = new MonthCheck(csvName, fields, findings);
    this.#rules = rulesOfKind[kind]?.({ kind, fileName: csvName, fields, findings });
    this.#take = take;
  }

  /** How many rows of data there were so far. */
  get records(): number {
    return this.#records;
  }

  get version(): string | undefined {
    return this.#versions.version;
  }

  /** Takes the row that the scanner has found. */
  row(scanner: RowScanner, bytes: Uint8Array, reader: ValueReader): void {
    this.#row++;
    this.#noteLineEnd(scanner.lineEnd);
    if (this.#row === 1 && this.#isHeader(scanner, bytes, reader)) {
      scanner.forget();
      return;
    }
    this.#records++;
    if (scanner.count === this.#fields.length || this.#hasOnlyCommasTooMany(scanner)) {
      this.#checkValues(scanner, bytes, reader);
    } else {
      this.#reportCount(scanner, bytes, reader);
    }
  }

  /** Whether a row so far has or may have a character that MS932 does not have, and not for certain another. */
  get mayLackCharacters(): boolean {
    return this.#mayLackCharacters || this.#columns.some((column) => column.lacksCharacters);
  }

  /** Counts a row that could not be read because of a column, and tells its place. */
  lostRow(column: number): Place {
    this.#row++;
    this.#records++;
    this.#mayLackCharacters = true;
    this.#take?.([]);
    return { row: this.#row, field: this.#fields[column] };
  }

  /** Reports what is known after the last row only. */
  end(): FileFacts | undefined {
    for (const ending of ["LF", "CR"] as const) {
      const { first, count } = this.#lineEnds[ending];
      const mend = { certain: true, says: "行の終わりを CR LF にする" };
      if (count > 0) this.#findings.report("line-end", { ending, count }, { row: first }, mend);
    }
    for (const { field, isText, oddlyQuoted: count, firstOddlyQuoted: row } of this.#columns) {
      if (count === 0) continue;
      const rule = isText ? "text-without-quotes" : "quotes-without-text";
      const says = isText ? '「"」で囲む' : '「"」を取り除く';
      this.#findings.report(
        rule,
        { name: field[2], count },
        { row, field },
        { certain: true, says },
      );
    }
    if (this.#records === 0) this.#findings.report("no-data", undefined);
    return this.#rules?.end();
  }

  #checkValues(scanner: RowScanner, bytes: Uint8Array, reader: ValueReader): void {
    const { starts, ends, marks, changed, changedCount } = scanner;
    for (let index = 0; index < changedCount; index++) {
      const at = changed[index] as number;
      const column = this.#columns[at];
      // Commas too many at the end are columns too.
      if (column === undefined) break;
      const wasRemarkable = column.isRemarkable;
      column.read(reader, bytes, starts[at] as number, ends[at] as number, marks[at] as number);
      this.#values[at] = column.value;
      if (column.isRemarkable !== wasRemarkable) this.#remarkable += wasRemarkable ? -1 : 1;
    }
    const isSound = this.#remarkable === 0 || this.#remark();
    const values = this.#values.slice();
    const row = this.#row;
    this.#versions.row(values[0] ?? "", row);
    this.#months.row(values, row);
    this.#rules?.row(values, row, isSound);
    this.#take?.(values);
  }

  /** Notes what is wrong with the values of the row; tells whether all but free text are right. */
  #remark(): boolean {
    let isSound = true;
    for (const column of this.#columns) {
      if (!column.isRemarkable) continue;
      if (column.isOddlyQuoted && column.oddlyQuoted++ === 0) column.firstOddlyQuoted = this.#row;
      for (const problem of column.problems) {
        this.#findings.add(problem, this.#row, column.field);
      }
      if (column.isUnsound) isSound = false;
    }
    return isSound;
  }

  #isHeader(scanner: RowScanner, bytes: Uint8Array, reader: ValueReader): boolean {
    // Data begins with a version; most first rows need no other look.
    const [start, end, mark] = [scanner.starts[0], scanner.ends[0], scanner.marks[0]];
    if (isMonth(reader.read(bytes, start ?? 0, end ?? 0, mark ?? 0).text)) return false;
    if (!isHeader(reader.values(scanner, bytes), this.#fields)) return false;
    const mend = { certain: true, says: "見出しの行を取り除く" };
    this.#findings.report("header-row", undefined, { row: 1 }, mend);
    return true;
  }

  #hasOnlyCommasTooMany(scanner: RowScanner): boolean {
    const { count } = scanner;
    const wanted = this.#fields.length;
    if (count < wanted || !scanner.isEmptyFrom(wanted)) return false;
    const about = { count, wanted };
    const mend = { certain: true, says: "終わりの余分な「,」を取り除く" };
    this.#findings.report("trailing-commas", about, { row: this.#row }, mend);
    return true;
  }

  #reportCount(scanner: RowScanner, bytes: Uint8Array, reader: ValueReader): void {
    const { count, starts, ends } = scanner;
    const place = { row: this.#row };
    const isEmpty = count === 1 && starts[0] === ends[0];
    if (isEmpty) {
      const mend = { certain: true, says: "空の行を取り除く" };
      this.#findings.report("empty-row", undefined, place, mend);
    } else {
      this.#findings.report("field-count", { count, wanted: this.#fields.length }, place);
    }
    if (!isEmpty || this.#take) {
      const values = reader.values(scanner, bytes);
      if (!isEmpty) this.#versions.row(values[0] ?? "", this.#row);
      this.#mayLackCharacters ||= values.some((value) => findUnmappable(mendText(value)) >= 0);
      this.#take?.(values);
    }
    scanner.forget();
  }

  #noteLineEnd(lineEnd: LineEnd): void {
    if (lineEnd === "CRLF") return;
    if (lineEnd === "none") {
      const mend = { certain: true, says: "最後の行の終わりに改行を入れる" };
      this.#findings.report("last-line-end", undefined, { row: this.#row }, mend);
      return;
    }
    const seen = this.#lineEnds[lineEnd];
    if (seen.count++ === 0) seen.first = this.#row;
  }
}
