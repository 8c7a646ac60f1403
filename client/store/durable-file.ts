import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file so that, once this returns, it is on disk whole; at no time is half of it seen under its name.
 * @param mode of the file; by default only the office's own account may read it
 */
export function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  const temporary = `${path}.part`;
  const file = openSync(temporary, "w", mode);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Makes a folder (and those above it) so that it survives a power cut. */
export function makeFolderDurably(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (first !== undefined) syncFolder(dirname(first));
}

/** Brings the names in a folder to disk. Windows has no such call; NTFS journals names by itself. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(join(path, "."), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
