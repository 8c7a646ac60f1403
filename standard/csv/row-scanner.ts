/** How a row ended; `none`: with the text, without a line's end. */
export type LineEnd = "CRLF" | "LF" | "CR" | "none";

/**
 * What came of looking for a row.
 * - `row`: it is in `starts`, `ends`, `marks`, `same`; the next begins at `next`
 * - `more`: it goes on after the bytes that are there
 * - `stray-quote`: a quote inside a value that does not begin with one, or text after a closing quote
 * - `open-quote`: a quoted value that never ends
 */
export type Scanned = "row" | "more" | "stray-quote" | "open-quote";

/** What the bytes of a value hold, as bits of `marks`. */
export const quotedMark = 1;
export const doubledQuoteMark = 2;
export const nonAsciiMark = 4;
export const controlMark = 8;

/** Values of a row that are kept; the rest of a wider row is only counted. Far more than any kind has. */
export const keptColumns = 256;

/**
 * Finds the rows of CSV in bytes, as the standard has it: commas, line ends, values bare or in double quotes with `""`
 * inside, where commas and line breaks of any kind are kept. Takes every encoding in which the bytes of `,` `"` CR LF
 * stand for nothing else: MS932 and UTF-8 both. Copies nothing: values are places in the bytes.
 *
 * Rows of a file are much alike. So a value is first compared with the one above it, and where the bytes are the same
 * they need no other look (`same`): neither here nor by those who read and check values.
 */
export class RowScanner {
  /** How many values the row has. */
  count = 0;
  /** Where the next row begins. */
  next = 0;
  lineEnd: LineEnd = "none";
  /** Where each value begins and ends, its quotes included. */
  readonly starts: Int32Array = new Int32Array(keptColumns);
  readonly ends: Int32Array = new Int32Array(keptColumns);
  readonly marks: Uint8Array = new Uint8Array(keptColumns);
  /** 1 where the value is the same as in the row before, byte for byte; `starts` and `ends` may then be those of above. */
  readonly same: Uint8Array = new Uint8Array(keptColumns);
  /** The columns in which it is not, `changedCount` of them. */
  readonly changed: Uint16Array = new Uint16Array(keptColumns);
  changedCount = 0;
  /** Whether a value beyond those that are kept is not empty. */
  filledBeyond = false;
  /** Column (from 0) and place of the value at which looking stopped, for every outcome but `row`. */
  stoppedColumn = 0;
  stoppedAt = 0;
  /** How far it looked. */
  stoppedEnd = 0;
  /** Whether it stopped inside quotes. */
  stoppedInQuotes = false;
  /** How many values of the row above there are to compare with. */
  #above = 0;
  /** What the value that was looked at last holds. */
  #mark = 0;
  #outcome: Exclude<Scanned, "row"> = "more";

  /** Tells that the row above is not to be compared with: its bytes have moved, or its values were not read. */
  forget(): void {
    this.#above = 0;
  }

  /** Whether the row has no value but empty ones from a column on (from 0). */
  isEmptyFrom(column: number): boolean {
    if (this.filledBeyond) return false;
    for (let at = column; at < Math.min(this.count, keptColumns); at++) {
      if (this.ends[at] !== this.starts[at]) return false;
    }
    return true;
  }

  /**
   * Looks for the row that begins at `from`.
   * @param to end of the bytes that are there, after `from`
   * @param whole whether the text ends with them
   */
  scan(bytes: Uint8Array, from: number, to: number, whole: boolean): Scanned {
    const above = this.#above;
    this.#above = 0;
    this.filledBeyond = false;
    this.changedCount = 0;
    let at = from;
    for (let column = 0; ; column++) {
      let end = column < above ? this.#endAsAbove(bytes, column, at, to) : -1;
      if (end >= 0) {
        this.same[column] = 1;
      } else {
        const isQuoted = at < to && bytes[at] === quote;
        end = isQuoted
          ? this.#endOfQuoted(bytes, at, to, whole)
          : this.#endOfBare(bytes, at, to, whole);
        if (end < 0) return this.#stop(column, at, isQuoted);
        this.#keep(column, at, end);
      }
      if (end < to && bytes[end] === comma) {
        at = end + 1;
        continue;
      }
      if (end + 1 === to && bytes[end] === cr && !whole) {
        this.#outcome = "more";
        return this.#stop(column, at, false);
      }
      this.lineEnd = lineEndAt(bytes, end, to);
      this.next = end + lineEndLength[this.lineEnd];
      this.count = column + 1;
      this.#above = Math.min(this.count, keptColumns);
      return "row";
    }
  }

  /** End of the value at `at` where it is the one above, byte for byte; -1 where it is not. */
  #endAsAbove(bytes: Uint8Array, column: number, at: number, to: number): number {
    const start = this.starts[column] as number;
    const size = (this.ends[column] as number) - start;
    const end = at + size;
    if (end >= to || !isValueEnd(bytes[end] as number)) return -1;
    return isSame(bytes, start, at, size) ? end : -1;
  }

  /** End of a value in quotes, after the closing one; -1 where there is none. */
  #endOfQuoted(bytes: Uint8Array, at: number, to: number, whole: boolean): number {
    let mark = quotedMark;
    let end = at + 1;
    for (;;) {
      while (end < to && bytes[end] !== quote) mark |= markOf[bytes[end++] as number] as number;
      if (end >= to) return this.#noEnd(whole ? "open-quote" : "more", end);
      if (end + 1 === to && !whole) return this.#noEnd("more", end);
      if (end + 1 >= to || bytes[end + 1] !== quote) break;
      mark |= doubledQuoteMark;
      end += 2;
    }
    end++;
    if (end < to && !isValueEnd(bytes[end] as number)) return this.#noEnd("stray-quote", end);
    this.#mark = mark & (stopMark - 1);
    return end;
  }

  /** End of a value without quotes; -1 where there is none. */
  #endOfBare(bytes: Uint8Array, at: number, to: number, whole: boolean): number {
    let mark = 0;
    let end = at;
    while (end < to) {
      const found = markOf[bytes[end] as number] as number;
      if (found === stopMark) break;
      mark |= found;
      end++;
    }
    if (end === to && !whole) return this.#noEnd("more", end);
    if (end < to && bytes[end] === quote) return this.#noEnd("stray-quote", end);
    this.#mark = mark;
    return end;
  }

  #keep(column: number, at: number, end: number): void {
    if (column >= keptColumns) {
      if (end > at) this.filledBeyond = true;
      return;
    }
    this.starts[column] = at;
    this.ends[column] = end;
    this.marks[column] = this.#mark;
    this.same[column] = 0;
    this.changed[this.changedCount++] = column;
  }

  #noEnd(outcome: Exclude<Scanned, "row">, end: number): -1 {
    this.#outcome = outcome;
    this.stoppedEnd = end;
    return -1;
  }

  #stop(column: number, at: number, isQuoted: boolean): Scanned {
    this.stoppedColumn = column;
    this.stoppedAt = at;
    this.stoppedInQuotes = isQuoted && this.#outcome !== "stray-quote";
    return this.#outcome;
  }
}

const comma = 0x2c;
const quote = 0x22;
const cr = 0x0d;
const lf = 0x0a;

/** Bytes at which a bare value stops. Above all other marks. */
const stopMark = 0x80;

const markOf: Uint8Array = Uint8Array.from({ length: 0x100 }, (_, byte) => {
  if (isValueEnd(byte) || byte === quote) return stopMark;
  if (byte >= 0x80) return nonAsciiMark;
  return (byte < 0x20 && byte !== 0x09) || byte === 0x7f ? controlMark : 0;
});

/** How many bytes end a row. */
export const lineEndLength: { readonly [E in LineEnd]: number } = {
  CRLF: 2,
  LF: 1,
  CR: 1,
  none: 0,
};

/** From the end: numbers and dates that differ do so there. */
function isSame(bytes: Uint8Array, one: number, other: number, size: number): boolean {
  for (let at = size - 1; at >= 0; at--) {
    if (bytes[one + at] !== bytes[other + at]) return false;
  }
  return true;
}

function isValueEnd(byte: number): boolean {
  return byte === comma || byte === cr || byte === lf;
}

function lineEndAt(bytes: Uint8Array, at: number, to: number): LineEnd {
  if (at >= to) return "none";
  if (bytes[at] === lf) return "LF";
  return at + 1 < to && bytes[at + 1] === lf ? "CRLF" : "CR";
}
