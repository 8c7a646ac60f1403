import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withDatabase } from "../../center/command/database.ts";
import { makePartitions } from "../../center/database/partitions.ts";
import type { CenterFailurePoint } from "../../center/failure-point.ts";
import { embeddedPlace } from "../../center/testing/databases.ts";
import { startCenterProcess } from "../../center/testing/process.ts";
import { logIn, planner, until } from "../../client/testing/network.ts";
import { type Scene, setScene } from "./scene.ts";

/** A centre keeps house before it opens: one that kills itself meanwhile never comes to open. */
async function dieAtStart(dataFolder: string, point: CenterFailurePoint): Promise<void> {
  const environment = { TSUNAGI_CENTER_FAIL_AT: `kill ${point}` };
  await expect(startCenterProcess({ dataFolder, environment })).rejects.toThrow("SIGKILL");
}

it("a centre that is killed while it makes its tables makes them at the next start", async () => {
  const place = embeddedPlace();
  await dieAtStart(place.dataFolder, "migration-before-commit");

  const center = await startCenterProcess(place);
  expect((await center.issueOffice(planner)).officeId).toContain(planner.number);
  await center.end("SIGTERM");
  await place.remove();
});

describe("a centre that is killed while it keeps house", () => {
  let scene: Scene;
  /** The clock of all: first some weeks ago, then now. */
  let daysAgo = 40;
  const clock = () => new Date(Date.now() - daysAgo * 86_400_000);

  beforeAll(async () => {
    scene = await setScene({ center: { clock }, manager: { clock }, helpers: { clock } });
  });
  afterAll(() => scene?.end());

  it("lets a message expire once, and tells the sender", async () => {
    const { network, manager } = scene;
    const { dataFolder } = network.place;
    const id = await scene.send(scene.newPlan());
    await until(manager.engine, () => manager.engine.message(id).station === "accepted");
    await network.stopCenter();
    await withDatabase(
      { dataFolder },
      (sql) => sql`update messages set expires_at = accepted_at where id = ${id}`,
    );

    await dieAtStart(dataFolder, "expired-before-move");
    await dieAtStart(dataFolder, "expired-after-move");

    await network.startCenter(clock());
    await manager.engine.fetchNow();
    expect(manager.engine.message(id).station).toBe("expired");
    const told = await network.center().sql`
      select box from events where message_id = ${id} and station = 'expired' order by box`;
    expect(told.map(({ box }) => box as string)).toEqual(["received", "sent"]);
  });

  it("forgets a day and keeps what is still waited for of it", async () => {
    const { network, manager, helpers } = scene;
    const { dataFolder } = network.place;
    const files = scene.newPlan(600_000);
    const id = await scene.send(files);
    await until(manager.engine, () => manager.engine.message(id).station === "accepted");
    await network.stopCenter();

    daysAgo = 0;
    await dieAtStart(dataFolder, "wanted-bytes-moved");
    await dieAtStart(dataFolder, "day-dropped");

    await network.startCenter();
    for (const desk of [manager, helpers]) await logIn(desk);
    expect((await helpers.engine.fetchNow()).received).toEqual([id]);
    await manager.engine.fetchNow();
    await scene.expectDelivered(id, files);
  });

  it("forgets a quarter, and goes on with the next", async () => {
    const { network, manager, helpers } = scene;
    const { dataFolder } = network.place;
    await network.stopCenter();
    const quarters = () =>
      withDatabase({ dataFolder }, async (sql) => {
        const rows = await sql<{ name: string }[]>`
          select relname as name from pg_class where relname ~ '^messages_[0-9]{8}$' and relkind = 'r'`;
        return rows.length;
      });
    await withDatabase({ dataFolder }, async (sql) => {
      for (const years of [6, 7]) {
        await makePartitions(sql, new Date(Date.now() - years * 365 * 86_400_000));
      }
    });
    const before = await quarters();

    await dieAtStart(dataFolder, "quarter-dropped");
    expect(await quarters()).toBe(before - 1);

    await network.startCenter();
    await network.stopCenter();
    expect(await quarters()).toBe(before - 6);
    await network.startCenter();
    const files = scene.newPlan();
    const id = await scene.send(files);
    await until(manager.engine, () => manager.engine.message(id).station === "accepted");
    expect((await helpers.engine.fetchNow()).received).toEqual([id]);
  });
});
