import { mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { Backup } from "@tsunagi/contract/desk";
import { setTimeOf } from "@tsunagi/standard";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError, explain } from "../errors.ts";
import type { Office } from "../office.ts";
import { syncFolder, writeDurably } from "../store/durable-file.ts";
import { keepSetting, readSetting } from "../store/settings.ts";
import { copyFolder } from "./copy-files.ts";
import { copyRecords } from "./copy-records.ts";
import { howToRestore } from "./how-to-restore.ts";

/** What lies in the office's folder as files of its own, beside the records. */
const folders = ["keys", "received", "refused"] as const;

/**
 * Copies the office's folder into a new folder in `place`, while work goes on. The copy is an office's folder itself: the
 * app opens it as it is. Keys stay encrypted as they are; the login is left out. It appears under its name only whole,
 * and is on disk then.
 *
 * @param stopped asked between files; when true, nothing is left of the copy
 * @throws ClientError `not-enrolled`, `backup-folder-missing`, `backup-folder-inside`, `backup-folder-refused`,
 *   `backup-full`
 */
export async function backUp(
  office: Office,
  place: string,
  stopped: () => boolean,
): Promise<Backup> {
  const { number, name } = ownOffice(office);
  requirePlace(office, place);
  const at = office.now();
  const folder = join(place, `tsunagi-${number}-${setTimeOf(at)}`);
  const unfinished = `${folder}.part`;
  try {
    mkdirSync(unfinished, { mode: 0o700 });
  } catch (cause) {
    throw new ClientError("backup-folder-refused", { cause });
  }
  try {
    // The records first: the files that they name are there by then.
    await copyRecords(office.store, unfinished, stopped);
    for (const one of folders) {
      await copyFolder(join(office.store.folder, one), join(unfinished, one), stopped);
    }
    writeDurably(
      join(unfinished, "はじめにお読みください.txt"),
      Buffer.from(
        howToRestore({
          office: { number, name },
          at: at.toISOString(),
          folder: office.store.folder,
        }),
      ),
    );
    renameSync(unfinished, folder);
    syncFolder(place);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw ofThePlace(error);
  }
  const made = { at: at.toISOString(), folder };
  keepSetting(office.store, "lastBackup", JSON.stringify(made));
  office.changes.tell("state");
  return made;
}

/** The copy that was made last. */
export function lastBackup({ store }: Office): Backup | undefined {
  const json = readSetting(store, "lastBackup");
  // Written by `backUp` alone.
  return json === undefined ? undefined : (JSON.parse(json) as Backup);
}

function requirePlace({ store }: Office, place: string): void {
  const found = isAbsolute(place) ? statSync(place, { throwIfNoEntry: false }) : undefined;
  if (found?.isDirectory() !== true) throw new ClientError("backup-folder-missing");
  const way = relative(realpathSync(store.folder), realpathSync(place));
  const inside = way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  if (inside) throw new ClientError("backup-folder-inside");
}

/** What cannot be written, and what there is no room for, is said of the place. */
function ofThePlace(error: unknown): unknown {
  if (explain(error).code === "store-full") return new ClientError("backup-full", { cause: error });
  const refused = ["EACCES", "EPERM", "EROFS", "EIO", "EBUSY", "ENXIO", "ENODEV"];
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return refused.includes(code)
    ? new ClientError("backup-folder-refused", { cause: error })
    : error;
}
