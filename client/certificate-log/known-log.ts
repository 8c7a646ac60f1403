import type { LogEntry, LogHead, LogState, TreeEdge } from "@tsunagi/sealing";
import { emptyTree } from "@tsunagi/sealing";
import type { Office } from "../office.ts";
import { keepSetting, readSetting } from "../store/settings.ts";

/** The newest head that was found in order: all before it is part of it. Undefined before the first. */
export function knownHead({ store }: Office): LogHead | undefined {
  const json = readSetting(store, "logHead");
  // Written by `keepHead` alone.
  return json === undefined ? undefined : (JSON.parse(json) as LogHead);
}

export function keepHead({ store }: Office, head: LogHead): void {
  keepSetting(store, "logHead", JSON.stringify(head));
}

/** How far the entries themselves have been read. */
export function readEdge({ store }: Office): TreeEdge {
  const json = readSetting(store, "logEdge");
  return json === undefined ? emptyTree : (JSON.parse(json) as TreeEdge);
}

export function keepEdge({ store }: Office, edge: TreeEdge): void {
  keepSetting(store, "logEdge", JSON.stringify(edge));
}

/** Whether a certificate was proved to stand in the log. It then does for good, as the log only grows. */
export function isProved({ store }: Office, fingerprint: string): boolean {
  return (
    store.sql.get`SELECT 1 FROM logged_certificate WHERE fingerprint = ${fingerprint}` !== undefined
  );
}

export function keepProved({ store }: Office, fingerprint: string): void {
  store.sql.run`INSERT OR IGNORE INTO logged_certificate (fingerprint) VALUES (${fingerprint})`;
}

/** A certificate of this office in the log that was not asked for on this machine. */
export interface StrangeCertificate {
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

export function keepStrange({ store }: Office, entry: LogEntry): void {
  const { fingerprint, serial, notBefore, notAfter } = entry;
  store.sql.run`INSERT OR IGNORE INTO strange_certificate
    (fingerprint, serial, not_before, not_after, is_known)
    VALUES (${fingerprint}, ${serial}, ${notBefore}, ${notAfter}, 0)`;
}

/** The certificate has turned out to be one of this machine. */
export function forgetStrange({ store }: Office, fingerprint: string): void {
  store.sql.run`DELETE FROM strange_certificate WHERE fingerprint = ${fingerprint}`;
}

/** Those that nobody at this desk has said to know. */
export function strangeCertificates({ store }: Office): StrangeCertificate[] {
  const rows = store.sql.all`SELECT serial, not_before, not_after FROM strange_certificate
    WHERE is_known = 0 ORDER BY not_before, serial`;
  return rows.map((row) => ({
    serial: String(row["serial"]),
    notBefore: String(row["not_before"]),
    notAfter: String(row["not_after"]),
  }));
}

/** 心当たりがある: somebody at the desk knows of the certificate, as that of another machine of the office. */
export function acknowledgeStrange({ store, changes }: Office, serial: string): void {
  store.sql.run`UPDATE strange_certificate SET is_known = 1 WHERE serial = ${serial}`;
  changes.tell("state");
}

/** The log as a partner knew it when it sealed a message, to be held against what is shown here. */
export function keepPartnerView({ store }: Office, { size, rootHash }: LogState): void {
  store.sql.run`INSERT OR IGNORE INTO partner_log_view (size, root_hash)
    VALUES (${size}, ${rootHash})`;
}

export function partnerViews({ store }: Office): LogState[] {
  const rows = store.sql.all`SELECT size, root_hash FROM partner_log_view ORDER BY size LIMIT 100`;
  return rows.map((row) => ({ size: Number(row["size"]), rootHash: String(row["root_hash"]) }));
}

export function dropPartnerView({ store }: Office, { size, rootHash }: LogState): void {
  store.sql.run`DELETE FROM partner_log_view WHERE size = ${size} AND root_hash = ${rootHash}`;
}
