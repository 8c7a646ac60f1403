import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Spooled } from "../store/spool.ts";
import { addStation } from "../store/stations.ts";
import { columnsOf, type StoredBytes } from "../store/stored-bytes.ts";
import { batchToJoin } from "./progress.ts";

/** A file on its way out. */
export interface OutgoingFile {
  readonly name: string;
  /** Media type, for attachments. */
  readonly type?: string;
  /** What it is, in words: 第6表 予定. */
  readonly title: string;
  readonly content: StoredBytes;
}

/** One set, to one receiver. */
export interface OutgoingMessage {
  readonly to: { readonly number: string; readonly name: string };
  readonly title: string;
  /** 対象年月, YYYYMM. */
  readonly month: string | null;
  readonly files: readonly OutgoingFile[];
}

/**
 * Puts a message into the outbox under a new id (UUIDv7), which also is the key that makes sending twice the same as
 * sending once. To be called inside a transaction of the store: once that is done, the message is not lost any more.
 */
export function makeMessage(office: Office, message: OutgoingMessage): string {
  const { store, now } = office;
  const madeAt = now();
  const id = newId({ msecs: madeAt.getTime() });
  const { to, title, month } = message;
  store.sql.run`INSERT INTO sent (id, to_number, to_name, title, month, made_at, work, last, batch)
    VALUES (${id}, ${to.number}, ${to.name}, ${title}, ${month}, ${madeAt.toISOString()},
      'made', 'untried', ${batchToJoin(store)})`;
  addStation(store, id, "made", madeAt.toISOString());
  for (const [position, file] of message.files.entries()) {
    const { size, sha256 } = measureOf(file.content);
    const { bytes, spooled } = columnsOf(store, file.content);
    store.sql.run`INSERT INTO message_file
      (message_id, position, name, type, size, sha256, title, bytes, spooled)
      VALUES (${id}, ${position}, ${file.name}, ${file.type ?? null}, ${size}, ${sha256},
        ${file.title}, ${bytes}, ${spooled})`;
  }
  at("made-before-commit");
  return id;
}

function measureOf(content: StoredBytes): Pick<Spooled, "size" | "sha256"> {
  if (!(content instanceof Uint8Array)) return content;
  return { size: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}
