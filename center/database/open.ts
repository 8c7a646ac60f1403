import { CenterError } from "../errors.ts";
import { type Address, useEmbedded } from "./embedded/server.ts";
import { openPool, type Sql } from "./pool.ts";

/** The centre's database: its own server in the data folder, or the one that `databaseUrl` names. */
export interface Database {
  readonly sql: Sql;
  /** Where others can connect; holds the password. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * @param as a second `center` on one data folder is refused, a `command` is not
 * @throws CenterError `database-unreachable`, and those of `useEmbedded`
 */
export async function openDatabase(
  config: { readonly dataFolder: string; readonly databaseUrl?: string | undefined },
  as: "center" | "command",
  onTrouble: (error: unknown) => void = () => undefined,
): Promise<Database> {
  if (config.databaseUrl !== undefined) return connect(config.databaseUrl);
  const server = await useEmbedded(config.dataFolder, as, onTrouble);
  const sql = openPool(server.address);
  return {
    sql,
    url: urlOf(server.address),
    async close() {
      await sql.end({ timeout: 2 });
      await server.release();
    },
  };
}

async function connect(url: string): Promise<Database> {
  const sql = openPool(url);
  try {
    await sql`select 1`;
  } catch (cause) {
    await sql.end({ timeout: 0 });
    throw new CenterError("database-unreachable", undefined, { cause });
  }
  return { sql, url, close: () => sql.end({ timeout: 2 }) };
}

function urlOf({ host, port, user, password, database }: Address): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}
