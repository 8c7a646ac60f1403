import { encodeMs932, findUnmappable } from "../ms932/encode.ts";
import { mendText } from "./characters.ts";

/** Writes in the encoding of the file that comes out. */
export type TextWriter = {
  /** Whether bytes of a value can be taken over as they are. */
  readonly keepsBytes: boolean;
  /** Whether there was a character that could not be written. Then what was written must not be used. */
  readonly lacks: boolean;
  write(text: string): Uint8Array;
  /**
   * Writes bytes that cannot be read as values.
   * @param goesOn whether more of them follow, so that a character may be cut in two
   */
  copy(bytes: Uint8Array, goesOn: boolean): Uint8Array;
};

/** Writes MS932 for a file that is in MS932. */
export const ms932Writer: TextWriter = {
  keepsBytes: true,
  lacks: false,
  write: encodeMs932,
  copy: (bytes) => bytes,
};

/** Writes UTF-8 for a file that is in UTF-8 and cannot become MS932. */
export const utf8Writer: TextWriter = {
  keepsBytes: true,
  lacks: false,
  write: (text) => new TextEncoder().encode(text),
  copy: (bytes) => bytes,
};

/** Writes MS932 for a file in Unicode, whose bytes are there as UTF-8. */
export class Ms932FromUnicode implements TextWriter {
  readonly keepsBytes = false;
  lacks = false;
  readonly #utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

  write(text: string): Uint8Array {
    if (findUnmappable(text) < 0) return encodeMs932(text);
    this.lacks = true;
    return new Uint8Array();
  }

  copy(bytes: Uint8Array, goesOn: boolean): Uint8Array {
    const text = this.#utf8.decode(bytes, { stream: goesOn });
    const mended = mendText(text);
    // A sign that is taken away, such as a byte-order mark after a quote, would make another row of what was not read.
    return this.write(mended.length === text.length ? mended : text);
  }
}
