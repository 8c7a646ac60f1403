import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Parcel } from "@tsunagi/sealing";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { makeFolderDurably, syncFolder, writeDurably } from "../store/durable-file.ts";

/** Where the files of a received message lie, for the care software and for people. */
export function receivedFolder({ store }: Office, id: string): string {
  return join(store.folder, "received", id);
}

/**
 * Writes the files of an opened message to its folder and to disk. The folder appears under its name only whole: whoever
 * watches it never takes in half a set. What a crash left behind is replaced.
 */
export function deliverFiles(office: Office, id: string, files: Parcel["files"]): void {
  const folder = receivedFolder(office, id);
  const parent = join(office.store.folder, "received");
  const unfinished = join(parent, `.${id}.part`);
  rmSync(unfinished, { recursive: true, force: true });
  makeFolderDurably(unfinished);
  for (const { name, bytes } of files) {
    writeDurably(join(unfinished, name), bytes);
    at("file-written");
  }
  at("files-written");
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(unfinished, folder);
  syncFolder(parent);
  at("files-delivered");
}

/** A delivered file, or undefined when it is not in the folder any more. */
export function readDelivered(office: Office, id: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(join(receivedFolder(office, id), name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
