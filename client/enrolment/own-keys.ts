import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CertificateChain,
  chainPem,
  exportPrivateKey,
  generateKeyPair,
  importPrivateKey,
  type OfficeKeyPair,
} from "@tsunagi/sealing";
import { v7 as newId } from "uuid";
import { forgetStrange } from "../certificate-log/known-log.ts";
import type { Identity } from "../exchange/connection.ts";
import type { Office } from "../office.ts";
import { makeFolderDurably, writeDurably } from "../store/durable-file.ts";

/** A key of this office that was made on this machine, with the certificate once there is one. */
export interface OwnKey {
  readonly keyId: string;
  readonly pair: OfficeKeyPair;
  readonly certificate: string | undefined;
}

/** A key with which the office signs and opens. */
export interface CertifiedKey {
  readonly pair: OfficeKeyPair;
  /** PEM, the issuing authority's after it. */
  readonly certificate: string;
  readonly notAfter: string;
}

/** Makes a key and puts it on disk before anybody hears of it: a certificate must never be issued to a lost key. */
export function makeKey(office: Office, officeNumber: string): OwnKey {
  const pair = generateKeyPair();
  const keyId = newId();
  makeFolderDurably(join(office.store.folder, "keys"));
  writeDurably(
    keyPath(office, keyId),
    Buffer.from(exportPrivateKey(pair.privateKey, office.keyPassphrase)),
  );
  office.store.sql.run`INSERT INTO own_key (key_id, office_number, made_at)
    VALUES (${keyId}, ${officeNumber}, ${office.now().toISOString()})`;
  return { keyId, pair, certificate: undefined };
}

/** A key of an enrolment that was begun and did not end: it is used again. */
export function uncertifiedKey(office: Office, officeNumber: string): OwnKey | undefined {
  const row = office.store.sql.get`SELECT key_id FROM own_key
    WHERE office_number = ${officeNumber} AND certificate_pem IS NULL
    ORDER BY made_at DESC LIMIT 1`;
  if (row === undefined) return undefined;
  const keyId = String(row["key_id"]);
  return { keyId, pair: readKey(office, keyId), certificate: undefined };
}

/**
 * Puts the certificate to its key; from then on the office shows itself with it. Where its answer was slower than the log
 * of certificates, it stood among the unknown ones meanwhile. To be called inside a transaction of the store.
 */
export function keepCertificate(office: Office, keyId: string, issued: CertificateChain): void {
  const notAfter = issued.certificate.notAfter.toISOString();
  forgetStrange(office, issued.certificate.fingerprint);
  office.store.sql.run`UPDATE own_key
    SET certificate_pem = ${chainPem(issued)}, not_after = ${notAfter}, ended_code = NULL
    WHERE key_id = ${keyId}`;
}

/** The key in force, or undefined when there is none: before enrolment, and after its certificate's end. */
export function keyInForce(office: Office): CertifiedKey | undefined {
  const now = office.now().toISOString();
  const row = office.store.sql.get`SELECT key_id, certificate_pem, not_after FROM own_key
    WHERE certificate_pem IS NOT NULL AND ended_code IS NULL AND not_after > ${now}
    ORDER BY made_at DESC LIMIT 1`;
  return row === undefined ? undefined : certifiedKey(office, row);
}

/** Every key that ever had a certificate, newest first: what was sealed to an old one can still be opened. */
export function allCertifiedKeys(office: Office): CertifiedKey[] {
  const rows = office.store.sql.all`SELECT key_id, certificate_pem, not_after FROM own_key
    WHERE certificate_pem IS NOT NULL ORDER BY made_at DESC`;
  return rows.map((row) => certifiedKey(office, row));
}

/** Notes that the centre no longer takes the certificate in force, so that enrolment can begin anew. */
export function endKeyInForce(office: Office, code: string): void {
  office.store.sql.run`UPDATE own_key SET ended_code = ${code}
    WHERE certificate_pem IS NOT NULL AND ended_code IS NULL`;
}

/** How the office shows itself in TLS; the key leaves the disk's protection only in memory. */
export function identityOf({ pair, certificate }: CertifiedKey): Identity {
  return { key: exportPrivateKey(pair.privateKey), certificate };
}

function certifiedKey(office: Office, row: Record<string, unknown>): CertifiedKey {
  return {
    pair: readKey(office, String(row["key_id"])),
    certificate: String(row["certificate_pem"]),
    notAfter: String(row["not_after"]),
  };
}

/** Keys once read: a passphrase is slow to try, on purpose. */
const readBefore = new WeakMap<Office, Map<string, OfficeKeyPair>>();

function readKey(office: Office, keyId: string): OfficeKeyPair {
  const pairs = readBefore.get(office) ?? new Map<string, OfficeKeyPair>();
  readBefore.set(office, pairs);
  const known = pairs.get(keyId);
  if (known !== undefined) return known;
  const pem = readFileSync(keyPath(office, keyId), "utf8");
  const pair = importPrivateKey(pem, office.keyPassphrase);
  pairs.set(keyId, pair);
  return pair;
}

function keyPath(office: Office, keyId: string): string {
  return join(office.store.folder, "keys", `${keyId}.pem`);
}
