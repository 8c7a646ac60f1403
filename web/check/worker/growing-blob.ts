/** How many bytes are held here before the browser takes them, which may put them on disk. */
const heldAtMost = 4 * 1024 * 1024;

/** Bytes that come piece by piece and end up as a Blob, without all of them lying in memory. */
export class GrowingBlob {
  #parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  #held = 0;

  add(chunk: Uint8Array): void {
    this.#parts.push(chunk.slice());
    this.#held += chunk.length;
    if (this.#held < heldAtMost) return;
    this.#parts = [new Blob(this.#parts)];
    this.#held = 0;
  }

  end(): Blob {
    return new Blob(this.#parts);
  }
}
