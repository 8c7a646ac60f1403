import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolderDurably } from "../store/durable-file.ts";
import { databaseIn, type Store } from "../store/store.ts";
import { copyFile } from "./copy-files.ts";

/**
 * Copies the database, and of the spool what it names. A file may go between the two, as its message has been sent
 * meanwhile; then no record names it any more, and the records are copied anew.
 */
export async function copyRecords(
  store: Store,
  into: string,
  stopped: () => boolean,
): Promise<void> {
  const copy = databaseIn(into);
  const spool = join(into, "spool");
  makeFolderDurably(spool);
  for (let whole = false; !whole; ) {
    rmSync(copy, { force: true });
    await store.copyDatabase(copy);
    whole = true;
    for (const name of namedWithoutLogin(copy)) {
      whole &&= await copyFile(store.spool.path(name), join(spool, name), stopped);
    }
  }
}

/** Ends the login in the copy, so that nobody takes it up elsewhere, and gives the names in the spool. */
function namedWithoutLogin(copy: string): string[] {
  const database = new DatabaseSync(copy);
  try {
    database.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; DELETE FROM session;");
    return database
      .prepare("SELECT name FROM spooled")
      .all()
      .map((row) => String(row["name"]));
  } finally {
    database.close();
  }
}
