import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { migrate } from "./migrate.ts";
import { type Database, openDatabase } from "./open.ts";
import { dropTable, makePartitions, tablesBefore } from "./partitions.ts";
import { isUnavailable } from "./pool.ts";

describeOnEachDatabase("the database", (takePlace) => {
  let place: TestPlace;
  let database: Database;
  const now = new Date("2026-11-23T00:00:00.000Z");
  beforeEach(async () => {
    place = await takePlace();
    database = await openDatabase(place, "center");
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  it("is migrated once, also by several centres that start together", async () => {
    const { sql } = database;
    const done = await Promise.all([migrate(sql, now), migrate(sql, now), migrate(sql, now)]);

    const applied = done.flat();
    expect(applied[0]).toBe("0001-accounts.sql");
    expect(new Set(applied).size).toBe(applied.length);
    const rows = await sql`select name from schema_migrations order by version`;
    expect(rows.map((row) => row["name"] as string)).toEqual(applied);
  });

  it("refuses to work on tables of a newer release, or of another history", async () => {
    const { sql } = database;
    await migrate(sql, now);
    await sql`insert into schema_migrations values (999, '0999-later.sql', 'x', ${now})`;
    await expect(migrate(sql, now)).rejects.toMatchObject({ code: "database-newer" });
    await sql`delete from schema_migrations where version = 999`;
    await sql`update schema_migrations set sha256 = 'x' where version = 2`;
    await expect(migrate(sql, now)).rejects.toMatchObject({ code: "migration-changed" });
  });

  it("leaves nothing of a migration that fails", async () => {
    const { sql } = database;
    await sql`create table audit (taken boolean)`;
    await expect(migrate(sql, now)).rejects.toMatchObject({ code: "42P07" });
    const [row] = await sql<[{ offices: string | null }]>`select to_regclass('offices') as offices`;
    expect(row.offices).toBeNull();
  });

  it("keeps sealed bytes by day, and loses none of a day without a table", async () => {
    const { sql } = database;
    await migrate(sql, now);
    const at = ["2026-11-23T23:59:59.999Z", "2026-11-24T00:00:00.000Z", "1999-01-01T00:00:00.000Z"];
    const store = async (time: string, number: number): Promise<void> => {
      await sql`
        insert into message_chunks (stored_at, message_id, number, to_office, bytes)
        values (${time}, '019aaaaa-0000-7000-8000-000000000001', ${number}, '1300000001', 'x')`;
    };
    const tables = async (): Promise<unknown[]> => {
      const rows = await sql`
        select tableoid::regclass::text as table, number from message_chunks order by number`;
      return rows.map((row) => row["table"]);
    };
    for (const [index, time] of at.entries()) await store(time, index);
    const other = "message_chunks_other";
    expect(await tables()).toEqual([other, other, other]);

    await makePartitions(sql, now);
    await makePartitions(sql, now);
    await store(at[0] ?? "", 3);

    const today = "message_chunks_20261123";
    expect(await tables()).toEqual([today, "message_chunks_20261124", other, today]);
    const [storage] = await sql`
      select attstorage::text as kind from pg_attribute
      where attrelid = ${today}::regclass and attname = 'bytes'`;
    expect(storage?.["kind"]).toBe("e");
  });

  it("keeps what is known of messages by quarter, each id once, and what was there before", async () => {
    const { sql } = database;
    await migrateUpTo(sql, 10);
    const known = [
      ["2026-11-23", "3"],
      ["2026-09-30", "1"],
      ["2024-02-01", "2"],
    ] as const;
    for (const [day, number] of known) await storeMessage(sql, idOf(day), Number(number));

    await migrate(sql, now);
    await makePartitions(sql, now);
    await storeMessage(sql, idOf("2026-12-31"), 4);
    await storeMessage(sql, idOf("2027-01-01"), 5);

    const lies = await sql`
      select tableoid::regclass::text as table, number, ended_at from messages order by number`;
    expect(lies.map((row) => row["table"] as string)).toEqual([
      "messages_20260701",
      "messages_other",
      "messages_20261001",
      "messages_20261001",
      "messages_20270101",
    ]);
    expect(lies.every((row) => row["ended_at"] instanceof Date)).toBe(true);
    for (const [day] of known) {
      await expect(storeMessage(sql, idOf(day), 9)).rejects.toMatchObject({ code: "23505" });
    }
  });

  it("drops the table of a day, unless somebody is using it, and then makes nobody wait", async () => {
    const { sql } = database;
    await migrate(sql, now);
    await makePartitions(sql, now);
    const [today] = await tablesBefore(sql, "message_chunks", new Date("2026-11-24T00:00:00.000Z"));
    expect(today?.name).toBe("message_chunks_20261123");
    if (!today) return;

    await sql.begin(async (reader) => {
      await reader`select 1 from message_chunks`;
      expect(await dropTable(sql, today)).toBe(false);
    });

    expect(await dropTable(sql, today)).toBe(true);
    expect(await tablesBefore(sql, "message_chunks", new Date("2026-11-24T00:00:00.000Z"))).toEqual(
      [],
    );
  });

  async function storeMessage(sql: Database["sql"], id: string, number: number): Promise<void> {
    await sql`
      insert into messages
        (id, number, from_office, to_office, size, sha256, accepted_at, stored_at, expires_at,
         accepted_receipt, opened_at, opened_receipt)
      values (${id}, ${number}, 'a', 'b', 1, 'c', ${now}, ${now}, ${now}, 'd', ${now}, 'e')`;
  }

  /** As a release brought it that knew no more. */
  async function migrateUpTo(sql: Database["sql"], last: number): Promise<void> {
    await sql`
      create table schema_migrations
        (version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)`;
    const folder = new URL("migrations/", import.meta.url);
    for (const name of readdirSync(folder).sort().slice(0, last)) {
      const text = readFileSync(new URL(name, folder), "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      await sql.unsafe(text).simple();
      await sql`
        insert into schema_migrations values (${Number.parseInt(name, 10)}, ${name}, ${sha256}, ${now})`;
    }
  }

  it("tells a database that is away from a statement that is wrong", async () => {
    const { sql } = database;
    const wrong: unknown = await sql`select nothing`.catch((error: unknown) => error);
    expect(isUnavailable(wrong)).toBe(false);
    const standby: unknown = await sql
      .begin("read only", (transaction) => transaction`create table refused ()`)
      .catch((error: unknown) => error);
    expect(isUnavailable(standby)).toBe(true);
    const cut: unknown = await sql`select pg_terminate_backend(pg_backend_pid())`.catch(
      (error: unknown) => error,
    );
    expect(isUnavailable(cut)).toBe(true);
    expect(await sql`select 1 as one`).toMatchObject([{ one: 1 }]);
    await expect(
      openDatabase({ ...place, databaseUrl: "postgres://127.0.0.1:1/none" }, "center"),
    ).rejects.toMatchObject({ code: "database-unreachable" });
  });
});

/** An id of the first moment of a day. */
function idOf(day: string): string {
  const time = Date.parse(day).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000001`;
}
