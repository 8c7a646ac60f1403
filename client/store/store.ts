import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync, type SQLTagStore } from "node:sqlite";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import { lockFolder } from "./lock.ts";
import { migrations } from "./migrations.ts";
import { openSpoolFolder, type SpoolFolder } from "./spool.ts";

/** The app's memory: one SQLite database in the office's folder, held by this process alone. */
export interface Store {
  readonly folder: string;
  readonly spool: SpoolFolder;
  /** Prepared statements as tagged templates; what is put in is bound, never pasted. */
  readonly sql: SQLTagStore;
  /** Runs `work` as one transaction: when this returns, all of it is on disk; when it throws, none. Not nested. */
  atomically<T>(work: () => T): T;
  /** Writes the database as it is now to a new file, while work goes on. The copy is on disk when this is done. */
  copyDatabase(path: string): Promise<void>;
  close(): void;
}

/**
 * Opens the store of a folder, making folder and schema as needed. Every commit is on disk when it returns
 * (write-ahead log, `synchronous = FULL`).
 * @throws ClientError `folder-in-use`, `folder-of-newer-version`
 */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const path = databaseIn(folder);
    const database = openDatabase(path);
    return {
      folder,
      spool: openSpoolFolder(folder),
      sql: database.createTagStore(),
      atomically: transactions(database),
      copyDatabase: (copy) => copyDatabase(path, copy),
      close() {
        database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Where the database of an office's folder is. */
export function databaseIn(folder: string): string {
  return join(folder, "tsunagi.sqlite");
}

/** By a line of its own, in one go: what is written meanwhile neither waits nor comes in by halves. */
async function copyDatabase(path: string, copy: string): Promise<void> {
  const reader = new DatabaseSync(path, { readOnly: true });
  try {
    await backup(reader, copy, { rate: allPages });
  } finally {
    reader.close();
  }
}

const allPages = 2 ** 31 - 1;

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // The refresh token is in here: nobody else on the machine may read it. SQLite gives -wal and -shm the same mode.
    chmodSync(path, 0o600);
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
    );
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: DatabaseSync): void {
  const row = database.prepare("PRAGMA user_version").get();
  const version = Number(row?.["user_version"]);
  if (version > migrations.length) throw new ClientError("folder-of-newer-version");
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1};`);
    at("migration-before-commit");
    database.exec("COMMIT");
    at("migration-after-commit");
  }
}

function transactions(database: DatabaseSync): Store["atomically"] {
  return (work) => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite itself rolls back when the disk is full.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
}
