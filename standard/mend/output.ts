/** Bytes of a file being written, given away in chunks. */
export class Output {
  #bytes: Uint8Array = new Uint8Array(65_536);
  #length = 0;

  add(bytes: Uint8Array, from = 0, to: number = bytes.length): void {
    const needed = this.#length + to - from;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), this.#length);
    this.#length = needed;
  }

  addByte(byte: number): void {
    this.add(Uint8Array.of(byte));
  }

  /** Everything added since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
