/** The bytes of a file that are there but not read yet. It is filled to a length, read, and filled again. */
export class Window {
  bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  #wanted: number = step;

  get isFull(): boolean {
    return this.length >= this.#wanted;
  }

  /** Takes bytes of a chunk from `at` on until it is full, and tells how many. */
  take(chunk: Uint8Array, at: number): number {
    const count = Math.min(this.#wanted - this.length, chunk.length - at);
    this.#makeRoom(this.length + count);
    this.bytes.set(chunk.subarray(at, at + count), this.length);
    this.length += count;
    return count;
  }

  /** Asks for so many bytes before it is full. */
  want(length: number): void {
    this.#wanted = length;
  }

  /** Forgets the first bytes. What is left is doubled before it is full again, so that long rows are not read often. */
  drop(count: number): void {
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
    this.#wanted = this.length + Math.max(step, this.length);
  }

  #makeRoom(length: number): void {
    if (length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(length, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

const step = 65_536;
