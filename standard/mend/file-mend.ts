import { CsvReader } from "../check/csv-reader.ts";
import type { Encoding } from "../check/encoding.ts";
import { readFileName } from "../naming/read-file-name.ts";
import { type Accept, type Mending, MendingList } from "./mending.ts";
import { mendName } from "./name.ts";
import { Output } from "./output.ts";
import { RowMend } from "./row-mend.ts";
import { Ms932FromUnicode, ms932Writer, type TextWriter, utf8Writer } from "./text-writer.ts";

/** How a file is mended. */
export type MendOptions = {
  /** Decides on mends that are not certain; by default none is applied. It must decide alike when asked again. */
  readonly accept?: Accept | undefined;
  /**
   * For a file in Unicode that cannot become MS932 as a whole (see `lacksCharacters`): `UTF-8` where it stays in that and
   * all else is mended, `bytes` where only its name is.
   */
  readonly keeps?: "UTF-8" | "bytes" | undefined;
};

/** What became of a file's name, and what was done. */
export type Mended = {
  /** The name as it should be, as far as that is certain or accepted. */
  readonly name: string;
  /** What was done: to the name, throughout the rows, and to the first thousand values. Empty where nothing was. */
  readonly done: readonly Mending[];
  /** How many things were done, those that are not listed among them. */
  readonly doneCount: number;
};

/**
 * Mends one file whose bytes come piece by piece, in memory that does not grow with the file. What needs no mend comes
 * out byte for byte; what cannot be mended stays as it is. Never throws on bad input. `lookThrough` finds what is to be
 * done with a file that cannot become MS932.
 */
export class FileMend {
  /** The name that the file will have. */
  readonly name: string;
  readonly #mendings = new MendingList();
  readonly #output = new Output();
  readonly #keepsUtf8: boolean;
  /** Undefined where only the name is mended. */
  readonly #reader: CsvReader | undefined;
  readonly #head: number[] = [];
  #encoding: Encoding | undefined;
  #writer: TextWriter = ms932Writer;

  /** @param name of the file, without a folder */
  constructor(name: string, { accept = acceptNone, keeps }: MendOptions = {}) {
    this.name = mendName(name, accept, this.#mendings);
    this.#keepsUtf8 = keeps === "UTF-8";
    const { kind } = readFileName(name);
    if (kind === undefined || kind === "image" || keeps === "bytes") return;
    const output = this.#output;
    const rows = new RowMend(
      kind,
      (mend, row, field, from) => mend.certain || accept(mend, { file: name, row, field, from }),
      this.#mendings,
      output,
    );
    this.#reader = new CsvReader({
      encoding: (encoding) => this.#setEncoding(encoding),
      row: (scanner, bytes, from, reader) => rows.row(scanner, bytes, from, reader, this.#writer),
      lost: (_reason, _column, looked) => rows.lostRow(looked),
      unread: (bytes, from, to) => {
        rows.pass(to - from);
        output.add(this.#writer.copy(bytes.subarray(from, to), true));
      },
      lossEnded: () => output.add(this.#writer.copy(new Uint8Array(), false)),
    });
  }

  /** Undefined while it cannot be told, and for a file that is all ASCII. */
  get encoding(): Encoding | undefined {
    return this.#encoding;
  }

  /**
   * Whether there was a character that MS932 does not have and that was not mended. Then what comes out must not be
   * used: the file cannot become MS932.
   */
  get lacksCharacters(): boolean {
    return this.#writer.lacks;
  }

  /** Takes the next bytes of the file and gives those that come out. */
  push(chunk: Uint8Array): Uint8Array {
    if (this.#reader === undefined) return chunk.slice();
    if (this.#head.length < mark.length) {
      this.#head.push(...chunk.subarray(0, mark.length - this.#head.length));
    }
    this.#reader.push(chunk);
    return this.#output.take();
  }

  /** Gives the last bytes, once all have been given, and what was done. */
  end(): Mended & { readonly bytes: Uint8Array } {
    this.#reader?.end();
    return {
      name: this.name,
      bytes: this.#output.take(),
      done: this.#mendings.list(),
      doneCount: this.#mendings.count,
    };
  }

  #setEncoding(encoding: Encoding): void {
    this.#encoding = encoding;
    if (encoding === "MS932") return;
    if (encoding === "UTF-8" && this.#keepsUtf8) {
      this.#writer = utf8Writer;
      if (mark.every((byte, at) => this.#head[at] === byte)) this.#output.add(mark);
      return;
    }
    this.#writer = new Ms932FromUnicode();
    const message = `文字コードを MS932（シフトJIS）に直しました（${encoding} でした）。`;
    this.#mendings.add({ rule: encoding === "UTF-8" ? "utf-8" : "utf-16", message });
  }
}

/** The byte-order mark of UTF-8. */
const mark = Uint8Array.of(0xef, 0xbb, 0xbf);

function acceptNone(): boolean {
  return false;
}
