import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file that is being written under another name. Either `finish` or `discard` must be called in the end. */
export interface DurableFile {
  readonly write: (chunk: Uint8Array) => void;
  /** Once this returns, the file is on disk whole, under its name. */
  readonly finish: () => void;
  /** Leaves nothing behind. */
  readonly discard: () => void;
}

/** Begins a file of which at no time a half is seen under its name. Only the office's own account may read it. */
export function openDurably(path: string): DurableFile {
  const temporary = `${path}.part`;
  const file = openSync(temporary, "w", 0o600);
  return {
    write(chunk) {
      let written = 0;
      while (written < chunk.length) written += writeSync(file, chunk, written);
    },
    finish() {
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
      syncFolder(dirname(path));
    },
    discard() {
      closeSync(file);
      rmSync(temporary);
    },
  };
}

/** Writes a file so that, once this returns, it is on disk whole; at no time is half of it seen under its name. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openDurably(path);
  try {
    file.write(bytes);
  } catch (error) {
    file.discard();
    throw error;
  }
  file.finish();
}

/** Does the same with a file that is not held; where the pieces end in an error, nothing is left of it. */
export async function writePieces(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = openDurably(path);
  try {
    for await (const piece of pieces) file.write(piece);
  } catch (error) {
    file.discard();
    throw error;
  }
  file.finish();
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
