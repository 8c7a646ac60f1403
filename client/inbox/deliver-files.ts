import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "@tsunagi/sealing";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { makeFolderDurably, syncFolder, writePieces } from "../store/durable-file.ts";
import { fileSource } from "../store/spool.ts";

/** Where the files of a received message lie, for the care software and for people. */
export function receivedFolder({ store }: Office, id: string): string {
  return join(store.folder, "received", id);
}

/** A file of an opened message. Where its pieces end in an error it is not kept. */
export interface ArrivedFile {
  readonly name: string;
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/**
 * Writes the files of an opened message to its folder and to disk. The folder appears under its name only whole: whoever
 * watches it never takes in half a set. What a crash left behind is replaced.
 */
export async function deliverFiles(
  office: Office,
  id: string,
  files: readonly ArrivedFile[],
): Promise<void> {
  const folder = receivedFolder(office, id);
  const parent = join(office.store.folder, "received");
  const unfinished = join(parent, `.${id}.part`);
  rmSync(unfinished, { recursive: true, force: true });
  makeFolderDurably(unfinished);
  try {
    for (const { name, pieces } of files) {
      await writePieces(join(unfinished, name), pieces);
      at("file-written");
    }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  at("files-written");
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(unfinished, folder);
  syncFolder(parent);
  at("files-delivered");
}

/** A delivered file, or undefined when it is not in the folder any more. */
export function findDelivered(office: Office, id: string, name: string): Source | undefined {
  const path = join(receivedFolder(office, id), name);
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? fileSource(path, found.size) : undefined;
}
