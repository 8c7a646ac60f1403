import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CenterError } from "../errors.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { type BytesPool, byteaArray, openBytes } from "./bytes.ts";
import { type Database, openDatabase } from "./open.ts";
import { isUnavailable, openPool } from "./pool.ts";

const echo = { name: "echo", text: "select unnest($1::bytea[]) as bytes" };

describeOnEachDatabase("bytes on their way to the database", (takePlace) => {
  let place: TestPlace;
  let database: Database;
  let bytes: BytesPool;
  beforeAll(async () => {
    place = await takePlace();
    database = await openDatabase(place, "center");
    bytes = openBytes(database.sql);
  });
  afterAll(async () => {
    await bytes.end();
    await database.close();
    await place.remove();
  });

  it("arrive as they are, whatever they are and however many", async () => {
    const all = [randomBytes(100_000), Buffer.alloc(0), Buffer.from([0, 92, 120, 255])];

    for (const some of [all, all.slice(1), []]) {
      const rows = await bytes.run<{ bytes: Uint8Array }>(echo, [byteaArray(some)]);
      expect(rows.map((row) => row.bytes)).toEqual(some);
    }
  });

  it("come back with times in UTC, as from all other connections", async () => {
    const [row] = await bytes.run(
      { name: "zone", text: "select current_setting('TimeZone') as zone, $1::text as said" },
      ["言葉"],
    );
    expect(row).toEqual({ zone: "UTC", said: "言葉" });
  });

  it("fail as of a database that is away when it is, and by themselves when they are wrong", async () => {
    const nowhere = openPool("postgres://tsunagi@127.0.0.1:1/tsunagi");
    const away = openBytes(nowhere);
    const [lost, wrong] = await Promise.all([
      away.run(echo, [byteaArray([])]).catch((error: unknown) => error),
      bytes.run(echo, ["no array"]).catch((error: unknown) => error),
    ]);
    await away.end();
    await nowhere.end();

    expect(isUnavailable(lost)).toBe(true);
    expect(wrong).toMatchObject({ code: "22P02" });
    expect(isUnavailable(wrong)).toBe(false);
    expect(await bytes.run(echo, [byteaArray([])])).toEqual([]);
  });

  it("go to one host only, and are encrypted or not, for certain", () => {
    for (const url of ["postgres://one,two/tsunagi", "postgres://one/tsunagi?sslmode=prefer"]) {
      expect(() => openBytes(openPool(url))).toThrow(CenterError);
    }
  });
});
