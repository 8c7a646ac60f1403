import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { CenterError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Sql } from "./pool.ts";

const folder = new URL("./migrations/", import.meta.url);

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Brings the database to the edition of the tables that this release knows: all that is missing in one transaction,
 * under a lock, so that several centres may start together.
 *
 * @returns the names of the migrations that were applied
 * @throws CenterError `database-newer`, `migration-changed`
 */
export async function migrate(sql: Sql, appliedAt: Date): Promise<readonly string[]> {
  return sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(7469, 3)`;
    await transaction`
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null
      )`;
    const applied = await transaction<{ version: number; name: string; sha256: string }[]>`
      select version, name, sha256 from schema_migrations order by version`;
    const known = readMigrations();
    for (const { version, name, sha256 } of applied) {
      const migration = known.find((one) => one.version === version);
      if (!migration) throw new CenterError("database-newer", name);
      if (migration.sha256 !== sha256) throw new CenterError("migration-changed", name);
    }
    const missing = known.filter(({ version }) => !applied.some((one) => one.version === version));
    for (const { version, name, text, sha256 } of missing) {
      await transaction.unsafe(text).simple();
      await transaction`
        insert into schema_migrations (version, name, sha256, applied_at)
        values (${version}, ${name}, ${sha256}, ${appliedAt})`;
    }
    if (missing.length > 0) at("migration-before-commit");
    return missing.map(({ name }) => name);
  });
}

/** Whether the tables are of the edition that this release knows, or a later one. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  newestKnown ??= readMigrations().at(-1)?.version ?? 0;
  const [row] = await sql<[{ newest: number }]>`
    select coalesce(max(version), 0) as newest from schema_migrations`;
  return row.newest >= newestKnown;
}
let newestKnown: number | undefined;

function readMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      // Git may have turned line ends over.
      const text = readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n");
      const sha256 = createHash("sha256").update(text).digest("hex");
      return { version: Number.parseInt(name, 10), name, text, sha256 };
    });
}
