import { limits } from "@tsunagi/contract";
import { classifyName } from "@tsunagi/standard";
import { v7 as newId } from "uuid";
import { ClientError } from "../errors.ts";
import { heldAtMost } from "../store/spool.ts";
import type { Store } from "../store/store.ts";
import type { StoredBytes } from "../store/stored-bytes.ts";
import { type FlowingFile, type GivenFile, refuseUnusable } from "./given-file.ts";

/** A file of the standard is read and checked as a whole; the file of a region's month is a tenth of this. */
const largestStandardFile = 64 * 1024 * 1024;

/**
 * Takes a file in, held or into the spool as large as it turns out to be. A spooled one is nothing until a record names
 * it.
 * @throws ClientError `file-too-large`, `file-name-unusable`
 */
export async function takeIn(store: Store, file: GivenFile | FlowingFile): Promise<StoredBytes> {
  refuseUnusable(file.name);
  const standard = classifyName(file.name).type !== "attachment";
  const limit = standard ? largestStandardFile : limits.messageBytes;
  const pieces = "bytes" in file ? [file.bytes] : file.pieces;
  return collect(store, bounded(pieces, limit), standard ? limit : heldAtMost);
}

/**
 * A file that is read as a whole, held in memory.
 * @throws ClientError `file-too-large`
 */
export async function heldWhole(file: GivenFile | FlowingFile, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bounded("bytes" in file ? [file.bytes] : file.pieces, most)) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function collect(
  store: Store,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<StoredBytes> {
  const held: Uint8Array[] = [];
  let size = 0;
  const rest = pieces[Symbol.asyncIterator]();
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return Buffer.concat(held);
    held.push(next.value);
    size += next.value.length;
    if (size > most) return spoolAll(store, held, { [Symbol.asyncIterator]: () => rest });
  }
}

async function spoolAll(
  store: Store,
  begun: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): Promise<StoredBytes> {
  const file = store.spool.begin(newId());
  try {
    for (const piece of begun) await file.write(piece);
    for await (const piece of rest) await file.write(piece);
  } catch (error) {
    file.discard();
    throw error;
  }
  return file.finish();
}

async function* bounded(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new ClientError("file-too-large");
    yield piece;
  }
}
