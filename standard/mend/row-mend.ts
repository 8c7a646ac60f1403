import { isHeader } from "../check/header.ts";
import type { ValueReader } from "../check/value-reader.ts";
import { lineEndLength, type RowScanner } from "../csv/row-scanner.ts";
import type { FieldRow } from "../layout/field.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import type { RuleName } from "../rules/rules.ts";
import { shortened } from "../rules/shortened.ts";
import { mendText } from "./characters.ts";
import { ColumnMend } from "./column-mend.ts";
import type { Mend } from "./mend.ts";
import type { MendingList } from "./mending.ts";
import type { Output } from "./output.ts";
import type { TextWriter } from "./text-writer.ts";

/** Decides on a mend of a value or of a character in it, the certain ones too. */
export type AcceptValue = (mend: Mend, row: number, field: FieldRow, from: string) => boolean;

/** Mends the rows of one file one after the other and writes them; what needs no mend byte for byte. */
export class RowMend {
  readonly #fields: readonly FieldRow[];
  readonly #columns: readonly ColumnMend[];
  readonly #accept: AcceptValue;
  readonly #mendings: MendingList;
  readonly #output: Output;
  #row = 0;
  /** Whether a row was written. Before that, a row of names is a header, after empty rows too. */
  #hasBegun = false;
  /** How many of the next bytes stay as they are. */
  #kept = 0;

  constructor(kind: FileKind, accept: AcceptValue, mendings: MendingList, output: Output) {
    this.#fields = rowsOf(kind);
    this.#columns = this.#fields.map((field) => new ColumnMend(field));
    this.#accept = accept;
    this.#mendings = mendings;
    this.#output = output;
  }

  /**
   * Takes the row that the scanner has found.
   * @param from where it begins
   */
  row(
    scanner: RowScanner,
    bytes: Uint8Array,
    from: number,
    reader: ValueReader,
    writer: TextWriter,
  ): void {
    this.#row++;
    if (this.#kept > 0) {
      this.pass(scanner.next - from);
      this.#output.add(writer.copy(bytes.subarray(from, scanner.next), false));
      scanner.forget();
      return;
    }
    if (this.#isLeftOut(scanner, bytes, reader)) {
      scanner.forget();
      return;
    }
    this.#hasBegun = true;
    const { count, lineEnd, next } = scanner;
    const wanted = this.#fields.length;
    const isCut = count > wanted && scanner.isEmptyFrom(wanted);
    if (count === wanted || isCut) {
      const isChanged = this.#mendValues(scanner, bytes, reader, writer);
      if (!isChanged && !isCut && lineEnd === "CRLF") {
        this.#output.add(bytes, from, next);
        return;
      }
      this.#writeValues(scanner, bytes);
    } else {
      this.#output.add(writer.copy(bytes.subarray(from, next - lineEndLength[lineEnd]), false));
      scanner.forget();
    }
    this.#output.add(crLf);
    if (isCut) this.#note("trailing-commas", "行の終わりの余分な「,」を取り除きました。");
    if (lineEnd === "none") this.#note("last-line-end", "最後の行の終わりに改行を入れました。");
    else if (lineEnd !== "CRLF") this.#note("line-end", "行の終わりを CR LF に直しました。");
  }

  /**
   * Counts a row that cannot be read.
   * @param looked how many bytes were looked at, from its beginning, to find that out. Rows that stand in them stay as
   *   they are: a quote taken away or set there would end the quoted value at another place, and make other rows.
   */
  lostRow(looked: number): void {
    this.#row++;
    this.#hasBegun = true;
    this.#kept = Math.max(this.#kept, looked);
  }

  /** Tells of bytes that are not read as values. */
  pass(length: number): void {
    this.#kept = Math.max(0, this.#kept - length);
  }

  #isLeftOut(scanner: RowScanner, bytes: Uint8Array, reader: ValueReader): boolean {
    if (scanner.filledBeyond) return false;
    const values = () => reader.values(scanner, bytes);
    if (!this.#hasBegun && isHeader(values(), this.#fields)) {
      this.#note("header-row", "見出しの行を取り除きました。");
      return true;
    }
    if (!mayBeBlank(bytes[scanner.starts[0] ?? 0] ?? 0) || !values().every(isBlank)) return false;
    this.#note("empty-row", "空の行を取り除きました。");
    return true;
  }

  /** Reads and mends each value; tells whether any is written otherwise than it was. */
  #mendValues(
    { starts, ends, marks, same }: RowScanner,
    bytes: Uint8Array,
    reader: ValueReader,
    writer: TextWriter,
  ): boolean {
    let isChanged = false;
    for (let at = 0; at < this.#columns.length; at++) {
      const column = this.#columns[at] as ColumnMend;
      if (same[at] === 0) {
        const [start, end, mark] = [starts[at], ends[at], marks[at]] as [number, number, number];
        const accept = (mend: Mend, value: string): boolean =>
          this.#accept(mend, this.#row, column.field, value);
        column.read(reader.read(bytes, start, end, mark), mark, accept, writer);
      }
      if (column.bytes === undefined) continue;
      isChanged = true;
      this.#noteColumn(column);
    }
    return isChanged;
  }

  #writeValues({ starts, ends }: RowScanner, bytes: Uint8Array): void {
    this.#columns.forEach((column, at) => {
      if (at > 0) this.#output.add(comma);
      if (column.bytes === undefined) this.#output.add(bytes, starts[at], ends[at]);
      else this.#output.add(column.bytes);
    });
  }

  #noteColumn({ field, steps, quoting }: ColumnMend): void {
    const place = { row: this.#row, field: field[0], fieldName: field[2] };
    for (const { rule, from, to, message } of steps) {
      const [was, is] = [shortened(from, longestShown), shortened(to, longestShown)];
      this.#mendings.add({ rule, ...place, from: was, to: is, message });
    }
    if (quoting === undefined) return;
    const isAdded = quoting === "added";
    this.#mendings.addThroughout({
      rule: isAdded ? "text-without-quotes" : "quotes-without-text",
      ...place,
      message: isAdded ? '「"」で囲みました。' : '囲んでいた「"」を取り除きました。',
    });
  }

  #note(rule: RuleName, message: string): void {
    this.#mendings.addThroughout({ rule, row: this.#row, message });
  }
}

/** How much of a value that was mended is shown. */
const longestShown = 200;

const crLf = Uint8Array.of(0x0d, 0x0a);
const comma = Uint8Array.of(0x2c);

/** Nothing but space and what cannot be seen, or the sign of DOS for the end of a file. */
function isBlank(value: string): boolean {
  return mendText(value).trim() === "" || value === "\u001a";
}

/** Whether all values may be blank: a row of data begins with a digit. */
function mayBeBlank(first: number): boolean {
  return first <= 0x2c || first >= 0x7f;
}
