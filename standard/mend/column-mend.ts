import { lostMarks } from "../check/characters.ts";
import { type ValueCheck, valueCheck } from "../check/value.ts";
import { quotedMark } from "../csv/row-scanner.ts";
import type { FieldRow } from "../layout/field.ts";
import type { MarkedText } from "../ms932/text-marks.ts";
import { type AcceptCell, mendCell, type Step } from "./cell.ts";
import type { TextWriter } from "./text-writer.ts";

/** Mends one column of a file as its rows go by. */
export class ColumnMend {
  readonly field: FieldRow;
  /** The value as it is to be written, quotes included; undefined where its bytes in the file stay. */
  bytes: Uint8Array | undefined;
  /** What was done to the value, in order. */
  steps: readonly Step[] = [];
  quoting: "added" | "removed" | undefined;
  readonly #isText: boolean;
  readonly #check: ValueCheck;

  constructor(field: FieldRow) {
    this.field = field;
    this.#isText = field[5] === "text";
    this.#check = valueCheck(field);
  }

  /** Takes the value of the next row, unless it is the same as before. */
  read(read: MarkedText, marks: number, accept: AcceptCell, writer: TextWriter): void {
    const wasQuoted = (marks & quotedMark) !== 0;
    const { text, steps } = mendCell(this.field, this.#check, read, accept);
    const isQuoted = this.#needsQuotes(text) || (this.#isText && wasQuoted);
    const isLost = (read.marks & lostMarks) !== 0;
    const stays = steps.length === 0 && (isQuoted === wasQuoted || isLost);
    this.steps = steps;
    this.quoting = stays || isQuoted === wasQuoted ? undefined : isQuoted ? "added" : "removed";
    this.bytes =
      stays && writer.keepsBytes
        ? undefined
        : writer.write(isQuoted ? `"${text.replaceAll('"', '""')}"` : text);
  }

  #needsQuotes(text: string): boolean {
    return this.#isText ? text !== "" : /[",\r\n]/.test(text);
  }
}
