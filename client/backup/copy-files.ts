import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolderDurably, writePieces } from "../store/durable-file.ts";
import { fileSource } from "../store/spool.ts";

/** Copies a folder with all in it to disk; what is hidden there is unfinished, and what goes meanwhile is passed over. */
export async function copyFolder(from: string, to: string, stopped: () => boolean): Promise<void> {
  if (!isThere(from)) return;
  makeFolderDurably(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) await copyFolder(source, copy, stopped);
    if (entry.isFile()) await copyFile(source, copy, stopped);
  }
}

/** @returns false when there is no such file */
export async function copyFile(from: string, to: string, stopped: () => boolean): Promise<boolean> {
  if (stopped()) throw new Error("stopped, as the app ends");
  const found = statSync(from, { throwIfNoEntry: false });
  if (found === undefined) return false;
  try {
    await writePieces(to, fileSource(from, found.size).read(0, found.size));
    return true;
  } catch (error) {
    if (isThere(from)) throw error;
    return false;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
