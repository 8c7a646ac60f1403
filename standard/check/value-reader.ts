import {
  doubledQuoteMark,
  keptColumns,
  nonAsciiMark,
  quotedMark,
  type RowScanner,
} from "../csv/row-scanner.ts";
import { decodeMarked, type MarkedText, marksOf } from "../ms932/text-marks.ts";

/** Makes text of the bytes of values. */
export class ValueReader {
  readonly isMs932: boolean;
  /** The bytes that are there as text: right where they are ASCII. */
  #ascii = "";

  constructor(encoding: "MS932" | "UTF-8") {
    this.isMs932 = encoding === "MS932";
  }

  /** Tells which bytes `read` is asked about from now on. */
  take(bytes: Uint8Array): void {
    const plain = bytes.slice();
    for (let at = 0; at < plain.length; at++) {
      if ((plain[at] as number) >= 0x80) plain[at] = questionMark;
    }
    this.#ascii = utf8.decode(plain);
  }

  /**
   * Reads a value, without its quotes.
   * @param marks what the scanner found in its bytes
   */
  read(bytes: Uint8Array, start: number, end: number, marks: number): MarkedText {
    const inQuotes = (marks & quotedMark) !== 0;
    const from = inQuotes ? start + 1 : start;
    const to = inQuotes ? end - 1 : end;
    const marked = this.#text(bytes, from, to, (marks & nonAsciiMark) !== 0);
    if ((marks & doubledQuoteMark) === 0) return marked;
    return { ...marked, text: marked.text.replaceAll('""', '"') };
  }

  /** A value of ASCII that is read as it stands: the most frequent case. */
  readPlain(start: number, end: number): string {
    return this.#ascii.slice(start, end);
  }

  /** The values of a row of any width that are kept. */
  values({ count, starts, ends, marks }: RowScanner, bytes: Uint8Array): readonly string[] {
    return Array.from({ length: Math.min(count, keptColumns) }, (_, at) => {
      const [start, end, mark] = [starts[at], ends[at], marks[at]] as [number, number, number];
      return this.read(bytes, start, end, mark).text;
    });
  }

  #text(bytes: Uint8Array, from: number, to: number, hasOther: boolean): MarkedText {
    if (!hasOther) return { text: utf8.decode(bytes.subarray(from, to)), marks: 0 };
    if (this.isMs932) return decodeMarked(bytes, from, to);
    const text = utf8.decode(bytes.subarray(from, to));
    return { text, marks: marksOf(text) };
  }
}

/** The longest value that V8 copies out of a text instead of keeping the whole text for it. */
export const longestPlain = 12;

const questionMark = 0x3f;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
