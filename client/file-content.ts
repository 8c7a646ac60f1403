import type { Source } from "@tsunagi/sealing";

/** A file's bytes, which need not be held. */
export interface FileContent {
  readonly size: number;
  /** From beginning to end, piece by piece. */
  read(this: void): AsyncIterable<Uint8Array>;
}

export function contentOf({ size, read }: Source): FileContent {
  return { size, read: () => read(0, size) };
}

/** All of it, held. */
export async function heldBytes(content: FileContent): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}
