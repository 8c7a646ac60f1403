import { RowScanner } from "../csv/row-scanner.ts";
import { findRowStart, rowStartLength } from "../csv/row-start.ts";
import {
  type Encoding,
  encodingOfHead,
  findNonAscii,
  headLength,
  isUtf8,
  telltaleLength,
} from "./encoding.ts";
import { Transcoder } from "./transcoder.ts";
import { ValueReader } from "./value-reader.ts";
import { Window } from "./window.ts";

/** The longest row that is read, in bytes. The longest of real files have some ten thousand. */
export const longestRow: number = 1024 * 1024;

/** Why a row could not be read. */
export type LossReason = "stray-quote" | "open-quote" | "row-too-long";

/** What is told of a file as it is read. Bytes are there during the call only. */
export type RowHandler = {
  /** Told once, before the first row that is not ASCII. Of a file that is all ASCII without a mark it is not told. */
  encoding(encoding: Encoding): void;
  /** A row, which begins at `from` and ends where the scanner says. */
  row(scanner: RowScanner, bytes: Uint8Array, from: number, reader: ValueReader): void;
  /**
   * A row that cannot be read, because of a column (from 0). Its bytes follow by `unread`.
   * @param looked how many bytes were looked at, from the row's beginning, to find that out: rows found anew may be there
   */
  lost(reason: LossReason, column: number, looked: number): void;
  /** Bytes of a row that cannot be read, up to where the next row begins. */
  unread(bytes: Uint8Array, from: number, to: number, reader: ValueReader): void;
  /** The end of the bytes that could not be read: where another row begins, or where the file ends. */
  lossEnded(goesOn: boolean): void;
};

/**
 * Reads the rows of a CSV file whose bytes come piece by piece. It keeps the bytes of the row at hand and no more, and
 * reads on in steps that do not depend on the size of the pieces, so that any pieces give the same rows.
 */
export class CsvReader {
  readonly #handler: RowHandler;
  readonly #scanner = new RowScanner();
  readonly #window = new Window();
  readonly #head = new Uint8Array(headLength);
  #headSize = 0;
  #transcoder: Transcoder | undefined;
  #encoding: "MS932" | "UTF-8" | undefined;
  /** While all bytes were ASCII, it does not matter which it is. */
  #reader = new ValueReader("MS932");
  /** Whether a row was lost, and the beginning of the next is looked for. */
  #isLost = false;

  constructor(handler: RowHandler) {
    this.#handler = handler;
  }

  push(chunk: Uint8Array): void {
    const inHead = Math.min(headLength - this.#headSize, chunk.length);
    if (inHead === 0) {
      this.#pushOn(chunk);
      return;
    }
    this.#head.set(chunk.subarray(0, inHead), this.#headSize);
    this.#headSize += inHead;
    if (this.#headSize < headLength) return;
    this.#readHead();
    this.#pushOn(chunk.subarray(inHead));
  }

  end(): void {
    if (this.#headSize < headLength) this.#readHead();
    for (const piece of this.#transcoder?.end() ?? []) this.#fill(piece);
    this.#read(true);
  }

  /** Looks at the first bytes for a byte-order mark and for UTF-16. */
  #readHead(): void {
    const head = this.#head.subarray(0, this.#headSize);
    const encoding = encodingOfHead(head);
    if (encoding !== undefined) this.#setEncoding(encoding);
    if (encoding === "UTF-16LE" || encoding === "UTF-16BE") {
      this.#transcoder = new Transcoder(encoding);
    }
    this.#pushOn(encoding === "UTF-8" ? head.subarray(3) : head);
  }

  #pushOn(chunk: Uint8Array): void {
    if (this.#transcoder === undefined) this.#fill(chunk);
    else for (const piece of this.#transcoder.push(chunk)) this.#fill(piece);
  }

  #fill(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      at += this.#window.take(chunk, at);
      if (this.#window.isFull) this.#read(false);
    }
  }

  /** Reads what is wholly there. */
  #read(isLast: boolean): void {
    const window = this.#window;
    if (this.#encoding === undefined && !this.#tellEncoding(isLast)) return;
    this.#scanner.forget();
    this.#reader.take(window.bytes.subarray(0, window.length));
    let at = 0;
    while (at < window.length) {
      const next = this.#isLost ? this.#findRow(at, isLast) : this.#readRow(at, isLast);
      if (next === at) break;
      at = next;
    }
    if (this.#isLost && isLast) this.#handler.lossEnded(false);
    window.drop(at);
  }

  /** Reads the row that begins at `at` and gives the place after it, or the same place when more bytes are needed. */
  #readRow(at: number, isLast: boolean): number {
    const { bytes, length } = this.#window;
    const scanner = this.#scanner;
    const scanned = scanner.scan(bytes, at, length, isLast);
    if (scanned === "more" && length - at <= longestRow) return at;
    if (scanned === "row" && scanner.next - at <= longestRow) {
      this.#handler.row(scanner, bytes, at, this.#reader);
      return scanner.next;
    }
    const { stoppedColumn, stoppedAt, stoppedEnd, stoppedInQuotes } = scanner;
    const looked = stoppedEnd + 1 - at;
    this.#isLost = true;
    if (scanned === "row" || (scanned === "more" && !stoppedInQuotes)) {
      this.#handler.lost("row-too-long", 0, looked);
      return this.#passOver(at, Math.min(at + longestRow, length));
    }
    const ranOn = stoppedInQuotes || findRowStart(bytes, stoppedAt, stoppedEnd) >= 0;
    this.#handler.lost(ranOn ? "open-quote" : "stray-quote", stoppedColumn, looked);
    return this.#passOver(at, stoppedAt + 1);
  }

  /** Looks for the beginning of a row after one that is lost, and gives its place or how far there is none. */
  #findRow(at: number, isLast: boolean): number {
    const { bytes, length } = this.#window;
    const found = findRowStart(bytes, at, length);
    if (found < 0) {
      return this.#passOver(at, isLast ? length : Math.max(at, length - rowStartLength));
    }
    this.#isLost = false;
    this.#passOver(at, found);
    this.#handler.lossEnded(true);
    return found;
  }

  #passOver(from: number, to: number): number {
    if (to > from) this.#handler.unread(this.#window.bytes, from, to, this.#reader);
    return to;
  }

  /** Decides on UTF-8 or MS932 once there are enough bytes that tell them apart; false while more are needed. */
  #tellEncoding(isLast: boolean): boolean {
    const { bytes, length } = this.#window;
    const first = findNonAscii(bytes, 0, length);
    if (first < 0) return true;
    const end = first + telltaleLength;
    if (length < end && !isLast) {
      this.#window.want(end);
      return false;
    }
    this.#setEncoding(isUtf8(bytes.subarray(first, Math.min(end, length))) ? "UTF-8" : "MS932");
    return true;
  }

  #setEncoding(encoding: Encoding): void {
    this.#encoding = encoding === "MS932" ? encoding : "UTF-8";
    this.#reader = new ValueReader(this.#encoding);
    this.#handler.encoding(encoding);
  }
}
