import { type Element, Reader } from "./read.ts";
import { type Header, readHeader } from "./read-header.ts";
import { tags } from "./write.ts";

/**
 * Reads the beginning of an encoding that is too large to be held: goes into elements whose ends need not be there, and
 * past those that are. DER. Throws EncodingError.
 */
export class HeadReader {
  readonly #head: Uint8Array;
  #at = 0;

  constructor(head: Uint8Array) {
    this.#head = head;
  }

  /** Goes into the next element, which must be of type `tag`. @returns where its contents lie, within the whole */
  enter(tag: number): { readonly from: number; readonly to: number } {
    const { from, length }: Header = readHeader(this.#head, this.#at, tag);
    this.#at = from;
    return { from, to: from + length };
  }

  /** Goes past the next element, which must be of type `tag` and wholly there. */
  next(tag: number): Element {
    const element = this.#rest().next(tag);
    this.#at += element.raw.length;
    return element;
  }

  oid(): string {
    return new Reader(this.next(tags.oid).raw).oid();
  }

  number(): number {
    return new Reader(this.next(tags.integer).raw).number();
  }

  #rest(): Reader {
    return new Reader(this.#head.subarray(this.#at));
  }
}
