import type { Store } from "./store.ts";

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
export function storedBytes({ sql }: Store, id: string, position: number): Uint8Array | undefined {
  const row = sql.get`SELECT bytes FROM message_file
    WHERE message_id = ${id} AND position = ${position}`;
  return row?.["bytes"] instanceof Uint8Array ? row["bytes"] : undefined;
}
