import { existsSync } from "node:fs";
import type { Command } from "commander";
import { migrate } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import type { Sql } from "../database/pool.ts";
import { CenterError } from "../errors.ts";

/** Where the options of the program say the data is. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}

export function placeOf(command: Command): Place {
  const { data, databaseUrl } = command.optsWithGlobals<{ data: string; databaseUrl?: string }>();
  return { dataFolder: data, ...(databaseUrl !== undefined && { databaseUrl }) };
}

/**
 * Does something with the database of a centre, which may be running meanwhile.
 *
 * @throws CenterError `input-invalid` when there is no such data folder: a wrong path must not make a new one
 */
export async function withDatabase<T>(place: Place, work: (sql: Sql) => Promise<T>): Promise<T> {
  if (place.databaseUrl === undefined && !existsSync(place.dataFolder)) {
    const hint = "センターを一度 serve で起動するか、--data を確認してください";
    throw new CenterError("input-invalid", `${place.dataFolder} がありません。${hint}`);
  }
  const database = await openDatabase(place, "command");
  try {
    await migrate(database.sql, new Date());
    return await work(database.sql);
  } finally {
    await database.close();
  }
}
