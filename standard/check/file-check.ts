import { checkFile } from "./check-file.ts";
import type { CheckedFile } from "./checked-file.ts";

/** The check of one file whose bytes come piece by piece. */
export class FileCheck {
  readonly #name: string;
  readonly #chunks: Uint8Array[] = [];
  #size = 0;

  /** @param name of the file, without a folder */
  constructor(name: string) {
    this.#name = name;
  }

  /** Takes the next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk.slice());
    this.#size += chunk.length;
  }

  /** What was found, once all bytes have been given. */
  end(): CheckedFile {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return checkFile(this.#name, bytes);
  }
}
