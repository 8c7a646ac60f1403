import { EncodingError, readLength } from "./read.ts";

/** Identifier and length of an element whose contents need not be there. */
export interface Header {
  readonly tag: number;
  /** Octets of the contents. */
  readonly length: number;
  /** Where the contents begin. */
  readonly from: number;
}

/** Reads the beginning of an element of type `tag`: DER, definite length. @throws EncodingError */
export function readHeader(bytes: Uint8Array, at: number, tag: number): Header {
  const found = bytes[at];
  const first = bytes[at + 1];
  if (found !== tag || first === undefined) {
    throw new EncodingError(`expected type 0x${tag.toString(16)}`, at);
  }
  const { length, size } = readLength(bytes, at + 1, first);
  return { tag, length, from: at + 1 + size };
}
