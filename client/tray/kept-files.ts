import { v7 as newId } from "uuid";
import { ClientError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import {
  type BytesColumns,
  columnsOf,
  dropUnnamed,
  type StoredBytes,
  storedBytesOf,
} from "../store/stored-bytes.ts";
import type { GivenFile } from "./given-file.ts";
import { type Content, type LaidFile, readContent } from "./lay-out.ts";

/** The files on the tray as the store keeps them. What each is was found out once. */
export interface KeptFiles {
  laid(): LaidFile[];
  /** @throws ClientError `not-found`, as the others do */
  contentOf(fileId: string): StoredBytes;
  /** A file of the standard as it came, before it was mended. */
  originalOf(fileId: string): GivenFile;
  /** One of the same name is replaced. */
  put(name: string, content: StoredBytes): void;
  take(fileId: string): void;
  attach(fileId: string, setId: string): void;
  /** Puts the mended file in place of the file, which is kept beside it. @throws ClientError `file-name-taken` */
  mend(fileId: string, mended: GivenFile): void;
  /** Puts the file back as it came. @throws ClientError `file-name-taken` */
  unmend(fileId: string): void;
}

export function openKeptFiles(store: Store): KeptFiles {
  const { sql } = store;
  const contents = new Map<string, Content>();

  function contentOf(fileId: string): StoredBytes {
    const row = sql.get`SELECT bytes, spooled FROM tray_file WHERE file_id = ${fileId}`;
    const content = row && storedBytesOf(store, row as unknown as BytesColumns);
    if (content === undefined) throw new ClientError("not-found");
    return content;
  }

  /** Of a file of the standard, which is always held. */
  function bytesOf(fileId: string): Uint8Array {
    const content = contentOf(fileId);
    if (!(content instanceof Uint8Array)) throw new ClientError("not-found");
    return content;
  }

  function kindOf(fileId: string, name: string): Content {
    const known = contents.get(fileId);
    if (known !== undefined) return known;
    const content = readContent(name, () => bytesOf(fileId));
    contents.set(fileId, content);
    return content;
  }

  function originalOf(fileId: string): GivenFile {
    const row = sql.get`SELECT coalesce(original_name, name) AS name,
        coalesce(original_bytes, bytes) AS bytes
      FROM tray_file WHERE file_id = ${fileId}`;
    if (!(row?.["bytes"] instanceof Uint8Array)) throw new ClientError("not-found");
    return { name: String(row["name"]), bytes: row["bytes"] };
  }

  /** @throws ClientError `file-name-taken` */
  function rename(fileId: string, name: string): void {
    const other = sql.get`SELECT file_id FROM tray_file
      WHERE name = ${name} AND file_id <> ${fileId}`;
    if (other !== undefined) throw new ClientError("file-name-taken");
    sql.run`UPDATE tray_file SET name = ${name} WHERE file_id = ${fileId}`;
    contents.delete(fileId);
  }

  return {
    contentOf,
    originalOf,
    laid() {
      const rows = sql.all`SELECT file_id, name, attached_to, original_name IS NOT NULL AS mended,
          coalesce(length(bytes), (SELECT size FROM spooled WHERE name = tray_file.spooled)) AS size
        FROM tray_file ORDER BY file_id`;
      return rows.map((row) => {
        const fileId = String(row["file_id"]);
        const name = String(row["name"]);
        const attachedTo = row["attached_to"];
        return {
          fileId,
          name,
          size: Number(row["size"]),
          content: kindOf(fileId, name),
          attachedTo: typeof attachedTo === "string" ? attachedTo : undefined,
          mended: row["mended"] === 1,
        };
      });
    },
    put(name, content) {
      const before = sql.get`SELECT file_id FROM tray_file WHERE name = ${name}`;
      store.atomically(() => {
        sql.run`DELETE FROM tray_file WHERE name = ${name}`;
        const { bytes, spooled } = columnsOf(store, content);
        sql.run`INSERT INTO tray_file (file_id, name, bytes, spooled)
          VALUES (${newId()}, ${name}, ${bytes}, ${spooled})`;
      });
      if (before === undefined) return;
      contents.delete(String(before["file_id"]));
      dropUnnamed(store);
    },
    take(fileId) {
      const { changes } = sql.run`DELETE FROM tray_file WHERE file_id = ${fileId}`;
      if (changes === 0) throw new ClientError("not-found");
      contents.delete(fileId);
    },
    attach(fileId, setId) {
      sql.run`UPDATE tray_file SET attached_to = ${setId} WHERE file_id = ${fileId}`;
    },
    mend(fileId, { name, bytes }) {
      sql.run`UPDATE tray_file SET original_name = name, original_bytes = bytes
        WHERE file_id = ${fileId} AND original_name IS NULL`;
      rename(fileId, name);
      sql.run`UPDATE tray_file SET bytes = ${bytes} WHERE file_id = ${fileId}`;
    },
    unmend(fileId) {
      rename(fileId, originalOf(fileId).name);
      sql.run`UPDATE tray_file SET bytes = coalesce(original_bytes, bytes),
          original_name = NULL, original_bytes = NULL
        WHERE file_id = ${fileId}`;
    },
  };
}
