import type { Findings } from "./findings.ts";

/** The check of a picture of the family 家族構成 whose bytes come piece by piece: whether it is a JPEG. */
export class ImageCheck {
  readonly #findings: Findings;
  #isJpeg = true;
  #at = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.#at < beginning.length; at++) {
      if (chunk[at] !== beginning[this.#at++]) this.#isJpeg = false;
    }
  }

  end(): undefined {
    const isJpeg = this.#isJpeg && this.#at === beginning.length;
    if (!isJpeg) this.#findings.report("image-format", undefined);
  }
}

const beginning = [0xff, 0xd8, 0xff];
