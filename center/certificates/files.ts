import type { KeyObject } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { exportPrivateKey, importPrivateKey } from "@tsunagi/sealing";
import { CenterError } from "../errors.ts";

/** A folder of keys, and what encrypts them there. */
export interface FilePlace {
  readonly folder: string;
  readonly passphrase: string | undefined;
}

/** A certificate (PEM, those above it after it) and its key, as they stand in a folder: `NAME.pem` with both, readable by the centre only. */
export interface KeyFile {
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

/** A certificate whose key may be elsewhere. */
export interface CertificateFile {
  readonly certificate: string;
  readonly privateKey: KeyObject | undefined;
}

/**
 * Reads `NAME.pem`, or undefined when there is none.
 *
 * @throws CenterError `authority-unreadable` when passphrase or content are wrong
 */
export function readKeyFile(place: FilePlace, name: string): KeyFile | undefined {
  const file = readCertificateFile(place, name);
  if (file === undefined) return undefined;
  const { certificate, privateKey } = file;
  if (privateKey === undefined) throw new CenterError("authority-unreadable", name);
  return { certificate, privateKey };
}

/** Reads `NAME.pem`, with its key or without. Throws as `readKeyFile` does. */
export function readCertificateFile(
  { folder, passphrase }: FilePlace,
  name: string,
): CertificateFile | undefined {
  const path = join(folder, `${name}.pem`);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8");
  const start = text.indexOf("-----BEGIN CERTIFICATE-----");
  const certificate = text.slice(start);
  if (start === 0) return { certificate, privateKey: undefined };
  try {
    return { certificate, ...importPrivateKey(text.slice(0, start), passphrase) };
  } catch (cause) {
    throw new CenterError("authority-unreadable", path, { cause });
  }
}

/** Writes `NAME.pem`: whole or not at all, and on disk when this returns. */
export function writeKeyFile(place: FilePlace, name: string, file: KeyFile): void {
  const key = exportPrivateKey(file.privateKey, place.passphrase);
  writeWhole(place.folder, name, `${key}${file.certificate}`);
}

/** Writes `NAME.pem` without a key, over what stood there. */
export function writeCertificateFile(
  { folder }: FilePlace,
  name: string,
  certificate: string,
): void {
  writeWhole(folder, name, certificate);
}

function writeWhole(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.pem`);
  const file = openSync(`${path}.new`, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  syncFolder(folder);
}

/** So that the new name outlives a power cut; Windows opens no folders. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
