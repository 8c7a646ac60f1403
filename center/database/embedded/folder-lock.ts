import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CenterError } from "../../errors.ts";

const sqliteBusy = 5;

/**
 * Takes a data folder for this centre alone, by an exclusive transaction of SQLite on a file of its own. The operating
 * system lets go of it when the process ends, however it ends: no lock is left behind, and the folder stays taken
 * while its database server is away.
 *
 * @returns lets go of the folder
 * @throws CenterError `data-folder-in-use`
 */
export function lockDataFolder(dataFolder: string): () => void {
  const lock = new DatabaseSync(join(dataFolder, "in-use.lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === sqliteBusy) {
      throw new CenterError("data-folder-in-use", undefined, { cause });
    }
    throw cause;
  }
  return () => lock.close();
}
