import type { Source, Spool } from "../index.ts";

/** A spool in memory. */
export function memorySpool(): Spool & { bytes(): Uint8Array } {
  const pieces: Uint8Array[] = [];
  const bytes = (): Uint8Array => Buffer.concat(pieces);
  return {
    get size() {
      return bytes().length;
    },
    // What is written may be written over by whoever gave it.
    write: (piece) => void pieces.push(Uint8Array.from(piece)),
    async *read(from, to) {
      yield bytes().subarray(from, to);
    },
    bytes,
  };
}

/** Bytes that come in pieces of this size, as from a file. */
export function inPieces(bytes: Uint8Array, size: number): Source {
  return {
    size: bytes.length,
    async *read(from, to) {
      for (let at = from; at < to; at += size) yield bytes.subarray(at, Math.min(at + size, to));
    },
  };
}
