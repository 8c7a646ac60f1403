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

/** A certificate (PEM) and its key, as they stand in a folder: `NAME.pem` with both, readable by the centre only. */
export interface KeyFile {
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

/**
 * Reads `NAME.pem`, or undefined when there is none.
 *
 * @throws CenterError `authority-unreadable` when passphrase or content are wrong
 */
export function readKeyFile(
  folder: string,
  name: string,
  passphrase: string | undefined,
): KeyFile | undefined {
  const path = join(folder, `${name}.pem`);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8");
  const start = text.indexOf("-----BEGIN CERTIFICATE-----");
  try {
    const { privateKey } = importPrivateKey(text.slice(0, start), passphrase);
    return { certificate: text.slice(start), privateKey };
  } catch (cause) {
    throw new CenterError("authority-unreadable", path, { cause });
  }
}

/** Writes `NAME.pem`: whole or not at all, and on disk when this returns. */
export function writeKeyFile(
  folder: string,
  name: string,
  { certificate, privateKey }: KeyFile,
  passphrase: string | undefined,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.pem`);
  const file = openSync(`${path}.new`, "w", 0o600);
  try {
    writeSync(file, `${exportPrivateKey(privateKey, passphrase)}${certificate}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
