import { Readable } from "node:stream";
import type { Sql } from "../database/pool.ts";

/** Sealed bytes are stored in rows of this size. */
export const chunkBytes = 256 * 1024;

/** The message whose bytes are meant; with the time, the database looks into one month only. */
export interface ChunkedMessage {
  readonly id: string;
  readonly acceptedAt: Date;
  readonly size: number;
}

/** The first chunk is read at once, so that a database that is away is told before the answer begins. */
export async function readContent(
  sql: Sql,
  message: ChunkedMessage,
): Promise<Uint8Array | Readable> {
  const first = await readChunk(sql, message, 1);
  if (first.length === message.size) return first;
  return Readable.from(chunks(sql, message, first), { objectMode: false });
}

async function* chunks(
  sql: Sql,
  message: ChunkedMessage,
  first: Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield first;
  const count = Math.ceil(message.size / chunkBytes);
  for (let number = 2; number <= count; number += 1) yield readChunk(sql, message, number);
}

async function readChunk(sql: Sql, message: ChunkedMessage, number: number): Promise<Uint8Array> {
  const [row] = await sql<{ bytes: Uint8Array }[]>`
    select bytes from message_chunks
    where accepted_at = ${message.acceptedAt} and message_id = ${message.id} and number = ${number}`;
  if (!row) throw new Error(`chunk ${number} of message ${message.id} is not there`);
  return row.bytes;
}
