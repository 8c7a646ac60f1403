import type { Store } from "./store.ts";
import { type BytesColumns, type StoredBytes, storedBytesOf } from "./stored-bytes.ts";

/** A file of a message. Sent ones carry their bytes; received ones lie in the folder under their name. */
export interface StoredFile {
  readonly position: number;
  readonly name: string;
  readonly type: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly title: string;
}

/** The files of a message without their bytes. */
export function filesOf({ sql }: Store, id: string): StoredFile[] {
  return sql.all`SELECT position, name, type, size, sha256, title FROM message_file
    WHERE message_id = ${id} ORDER BY position` as unknown as StoredFile[];
}

/** The bytes of a sent file, or undefined for a received one. */
export function sentBytes(store: Store, id: string, position: number): StoredBytes | undefined {
  const row = store.sql.get`SELECT bytes, spooled FROM message_file
    WHERE message_id = ${id} AND position = ${position}`;
  return row && storedBytesOf(store, row as unknown as BytesColumns);
}
