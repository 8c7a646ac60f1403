import { type Source, sourceOf } from "@tsunagi/sealing";
import type { Spooled } from "./spool.ts";
import type { Store } from "./store.ts";

/** Bytes of a record: held in its row, or a file of the spool that the row names. */
export type StoredBytes = Uint8Array | Spooled;

/** A row's columns for them; of both, one is null. */
export interface BytesColumns {
  readonly bytes: Uint8Array | null;
  readonly spooled: string | null;
}

/** The columns for these bytes. Inside the transaction that writes the row. */
export function columnsOf({ sql }: Store, stored: StoredBytes): BytesColumns {
  if (stored instanceof Uint8Array) return { bytes: stored, spooled: null };
  const { name, size, sha256 } = stored;
  sql.run`INSERT INTO spooled (name, size, sha256) VALUES (${name}, ${size}, ${sha256})
    ON CONFLICT (name) DO UPDATE SET size = excluded.size, sha256 = excluded.sha256`;
  return { bytes: null, spooled: name };
}

/** The bytes of a row, or undefined when it has none. */
export function storedBytesOf({ sql }: Store, row: BytesColumns): StoredBytes | undefined {
  if (row.bytes !== null) return row.bytes;
  if (row.spooled === null) return undefined;
  return sql.get`SELECT name, size, sha256 FROM spooled
    WHERE name = ${row.spooled}` as unknown as Spooled;
}

export function sourceOfStored({ spool }: Store, stored: StoredBytes): Source {
  return stored instanceof Uint8Array ? sourceOf(stored) : spool.read(stored);
}

/** What ends so is a download under way: it goes on after a restart. */
export const downloadSuffix = ".download";

/** Removes the files of the spool that a record named and none names any more. */
export function dropUnnamed({ sql, spool }: Store): void {
  const rows = sql.all`DELETE FROM spooled WHERE name NOT IN (
    SELECT spooled FROM tray_file WHERE spooled IS NOT NULL
    UNION SELECT spooled FROM message_file WHERE spooled IS NOT NULL
    UNION SELECT spooled FROM proof WHERE spooled IS NOT NULL) RETURNING name`;
  for (const row of rows) spool.remove(String(row["name"]));
}

/** Removes from the spool what no record names; only while nothing is written there. */
export function sweepSpool(store: Store): void {
  dropUnnamed(store);
  const named = new Set(store.sql.all`SELECT name FROM spooled`.map((row) => String(row["name"])));
  store.spool.sweep((name) => named.has(name) || name.endsWith(downloadSuffix));
}
