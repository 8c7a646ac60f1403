import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ClientError } from "../errors.ts";

const sqliteBusy = 5;

/**
 * Takes the folder for this process alone, by an exclusive transaction on a database of its own. The operating system
 * lets go of it when the process ends, however it ends, so that no stale lock can be left behind.
 * @returns lets go of the folder
 * @throws ClientError `folder-in-use`
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, "in-use.lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === sqliteBusy) {
      throw new ClientError("folder-in-use", { cause });
    }
    throw cause;
  }
  return () => lock.close();
}
