import { Readable } from "node:stream";
import type { Sql } from "../database/pool.ts";
import type { ByteRange } from "../server/range.ts";

/** Sealed bytes are stored in rows of this size, numbered from 1. */
export const chunkBytes = 256 * 1024;

/** The bytes that are meant; with the time, the database looks into one month only. */
export interface StoredBytes {
  readonly id: string;
  readonly storedAt: Date;
  readonly size: number;
}

/** The first row is read at once, so that a database that is away is told before the answer begins. */
export async function readContent(
  sql: Sql,
  stored: StoredBytes,
  range: ByteRange = { first: 0, last: stored.size - 1 },
): Promise<Uint8Array | Readable> {
  const rows = readRows(sql, stored, range);
  const first = await rows.next();
  if (first.done) throw new Error(`message ${stored.id} has no bytes`);
  if (first.value.length === range.last - range.first + 1) return first.value;
  return Readable.from(following(first.value, rows), { objectMode: false });
}

/** All bytes in order, a row at a time. */
export async function* readRows(
  sql: Sql,
  stored: StoredBytes,
  { first, last }: ByteRange = { first: 0, last: stored.size - 1 },
): AsyncGenerator<Uint8Array> {
  for (let number = rowOf(first); number <= rowOf(last); number += 1) {
    const bytes = await readRow(sql, stored, number);
    const start = (number - 1) * chunkBytes;
    yield bytes.subarray(Math.max(0, first - start), Math.min(bytes.length, last + 1 - start));
  }
}

const rowOf = (byte: number): number => Math.floor(byte / chunkBytes) + 1;

async function* following(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function readRow(sql: Sql, { id, storedAt }: StoredBytes, number: number) {
  const [row] = await sql<{ bytes: Uint8Array }[]>`
    select bytes from message_chunks
    where stored_at = ${storedAt} and message_id = ${id} and number = ${number}`;
  if (!row) throw new Error(`chunk ${number} of message ${id} is not there`);
  return row.bytes;
}
