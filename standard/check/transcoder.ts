/** Turns UTF-16 that comes piece by piece into UTF-8, without the byte-order mark. */
export class Transcoder {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoder = new TextEncoder();

  constructor(encoding: "UTF-16LE" | "UTF-16BE") {
    this.#decoder = new TextDecoder(encoding);
  }

  *push(chunk: Uint8Array): Iterable<Uint8Array> {
    for (let at = 0; at < chunk.length; at += step) {
      const text = this.#decoder.decode(chunk.subarray(at, at + step), { stream: true });
      yield this.#encoder.encode(text);
    }
  }

  end(): Iterable<Uint8Array> {
    return [this.#encoder.encode(this.#decoder.decode())];
  }
}

const step = 65_536;
