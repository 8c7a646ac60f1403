import { createPublicKey } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseCertificate } from "@tsunagi/sealing";
import type { Sql } from "../database/pool.ts";
import { CenterError } from "../errors.ts";
import { rootId } from "./authorities.ts";
import {
  type FilePlace,
  readCertificateFile,
  readKeyFile,
  writeCertificateFile,
  writeKeyFile,
} from "./files.ts";

/**
 * The end of the last certificate that the root issued to an office itself; undefined when none is in force. Until then
 * the root's key is needed: nobody else may sign that one of these was revoked.
 */
export async function lastDirectEnd(sql: Sql, now: Date): Promise<Date | undefined> {
  const [row] = await sql<[{ end: Date | null }]>`
    select max(not_after) as end from certificates where issuer = ${rootId} and not_after > ${now}`;
  return row.end ?? undefined;
}

/**
 * Moves the root's key into `root.pem` of another folder, encrypted as it was, and leaves the certificate. The key is on
 * disk there, and read back, before it leaves here.
 *
 * @returns the path of the file
 * @throws CenterError `root-key-away`, `root-key-needed` when there is no issuing authority yet, `file-exists`,
 *   `authority-unreadable`
 */
export function exportRoot(place: FilePlace, folder: string): string {
  const root = readCertificateFile(place, "authority");
  if (root === undefined) throw new CenterError("authority-unreadable", place.folder);
  const { certificate, privateKey } = root;
  if (privateKey === undefined) throw new CenterError("root-key-away");
  if (readKeyFile(place, "issuing-1") === undefined) {
    throw new CenterError(
      "root-key-needed",
      "先に authority new-issuer で発行認証局を作ってください",
    );
  }
  const path = join(folder, "root.pem");
  if (existsSync(path)) throw new CenterError("file-exists", path);
  const stick = { folder, passphrase: place.passphrase };
  writeKeyFile(stick, "root", { certificate, privateKey });
  const written = readKeyFile(stick, "root");
  const { publicKey } = parseCertificate(certificate);
  if (!written || !createPublicKey(written.privateKey).equals(publicKey)) {
    throw new CenterError("authority-unreadable", path);
  }
  writeCertificateFile(place, "authority", certificate);
  return path;
}
