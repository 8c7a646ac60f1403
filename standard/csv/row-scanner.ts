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
  #above = 0;

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
    const { starts, ends, marks, same, changed } = this;
    const above = this.#above;
    this.#above = 0;
    let changes = 0;
    this.filledBeyond = false;
    let at = from;
    for (let column = 0; ; column++) {
      let end = -1;
      if (column < above) {
        const size = (ends[column] as number) - (starts[column] as number);
        end = at + size;
        if (end < to && isSame(bytes, starts[column] as number, at, size)) {
          const after = bytes[end];
          if (after === comma) {
            same[column] = 1;
            at = end + 1;
            continue;
          }
          if (after !== cr && after !== lf) end = -1;
        } else {
          end = -1;
        }
      }
      let mark = 0;
      if (end >= 0) {
        same[column] = 1;
        mark = marks[column] as number;
      } else {
        if (bytes[at] === quote && at < to) {
          mark = quotedMark;
          end = at + 1;
          for (;;) {
            while (end < to && bytes[end] !== quote)
              mark |= markOf[bytes[end++] as number] as number;
            if (end >= to) return this.#stop(whole ? "open-quote" : "more", column, at, end, true);
            if (end + 1 === to && !whole) return this.#stop("more", column, at, end, true);
            if (end + 1 >= to || bytes[end + 1] !== quote) break;
            mark |= doubledQuoteMark;
            end += 2;
          }
          end++;
          if (end < to && !isValueEnd(bytes[end] as number)) {
            return this.#stop("stray-quote", column, at, end, false);
          }
        } else {
          end = at;
          while (end < to) {
            const found = markOf[bytes[end] as number] as number;
            if (found >= stopMark) break;
            mark |= found;
            end++;
          }
          if (end === to && !whole) return this.#stop("more", column, at, end, false);
          if (end < to && bytes[end] === quote) {
            return this.#stop("stray-quote", column, at, end, false);
          }
        }
        mark &= stopMark - 1;
        if (column < keptColumns) {
          same[column] = 0;
          changed[changes++] = column;
        }
      }
      if (column < keptColumns) {
        starts[column] = at;
        ends[column] = end;
        marks[column] = mark;
      } else if (end > at) {
        this.filledBeyond = true;
      }
      const after = end < to ? bytes[end] : -1;
      if (after === comma) {
        at = end + 1;
        continue;
      }
      if (after === cr && end + 1 === to && !whole)
        return this.#stop("more", column, at, end, false);
      this.lineEnd = lineEndAt(bytes, end, to);
      this.next = end + lineEndLength[this.lineEnd];
      this.count = column + 1;
      this.changedCount = changes;
      this.#above = Math.min(this.count, keptColumns);
      return "row";
    }
  }

  #stop(why: Scanned, column: number, at: number, end: number, inQuotes: boolean): Scanned {
    this.stoppedColumn = column;
    this.stoppedAt = at;
    this.stoppedEnd = end;
    this.stoppedInQuotes = inQuotes;
    return why;
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
