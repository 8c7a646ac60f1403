import { createHash } from "node:crypto";

/** Bytes that need not be held, such as those of a file. */
export interface Source {
  readonly size: number;
  /** The bytes from `from` to before `to`, piece by piece. */
  read(this: void, from: number, to: number): AsyncIterable<Uint8Array>;
}

/** Takes bytes one piece after the other; the next comes when the one before is done with. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void> | void;
}

/** Bytes that are put down and read again; `size` is what was written so far. */
export interface Spool extends Sink, Source {}

/** Bytes that are held, as a source. */
export function sourceOf(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    async *read(from, to) {
      yield bytes.subarray(from, to);
    },
  };
}

/** A part of a source as a source of its own. */
export function partOf(source: Source, start: number, end: number): Source {
  return { size: end - start, read: (from, to) => source.read(start + from, start + to) };
}

/** A small part, held. */
export async function readBytes(source: Source, from: number, to: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read(from, to)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** SHA-256 of all of it, lower-case hexadecimal. */
export async function sha256OfSource(source: Source): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of source.read(0, source.size)) hash.update(piece);
  return hash.digest("hex");
}
