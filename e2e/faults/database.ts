import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddedServer } from "../../center/database/embedded/server.ts";

/** The address of a server that runs in a data folder, as others name it. */
export function databaseOf({ address }: EmbeddedServer): string {
  const { host, port, user, password, database } = address;
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

/** SIGKILL for the database server of a data folder: no shutdown, its sessions die with it. */
export function killDatabase({ dataFolder }: { readonly dataFolder: string }): void {
  const file = join(dataFolder, "database", "cluster", "postmaster.pid");
  try {
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  } catch (error) {
    // It has not come back from the last time.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}
