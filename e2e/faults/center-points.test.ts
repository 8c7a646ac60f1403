import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withDatabase } from "../../center/command/database.ts";
import type { CenterFailurePoint } from "../../center/failure-point.ts";
import { type CenterProcess, startCenterProcess } from "../../center/testing/process.ts";
import { until } from "../../client/testing/network.ts";
import { type Scene, setScene } from "./scene.ts";

let scene: Scene;
let center: CenterProcess;
let port: string;

beforeAll(async () => {
  scene = await setScene();
  port = new URL(scene.network.center().exchangeUrl).port;
  await scene.network.stopCenter();
  center = await startProcess();
});
afterAll(async () => {
  await center?.end("SIGTERM");
  await scene?.end();
});

/** A centre of its own process on the same data and address. */
function startProcess(failAt?: string): Promise<CenterProcess> {
  const { dataFolder } = scene.network.place;
  const environment = failAt === undefined ? {} : { TSUNAGI_CENTER_FAIL_AT: failAt };
  return startCenterProcess({ dataFolder, environment }, "--exchange-port", port);
}

/** The centre stops and comes back as one that kills itself at that point. */
async function breakAt(point: CenterFailurePoint, time = 1): Promise<void> {
  await center.end("SIGTERM");
  center = await startProcess(`kill ${point} ${time}`);
}

async function comeBack(): Promise<void> {
  expect(await center.ended).toBe("SIGKILL");
  center = await startProcess();
}

const small = 0;
const large = 9_000_000;

describe("the centre, killed in the middle of a message's way", () => {
  it.each<[CenterFailurePoint, number, number?]>([
    ["accept-before-store", small],
    ["accept-after-store", small],
    ["offered-before-move", small],
    ["offered-after-move", small],
    ["downloaded-before-move", small],
    ["downloaded-after-move", small],
    ["opened-before-move", small],
    ["opened-after-move", small],
    ["upload-begun", large],
    ["chunk-before-commit", large, 2],
    ["chunk-after-commit", large, 2],
    ["complete-row-checked", large, 9],
    ["complete-before-store", large],
    ["complete-after-store", large],
  ])(
    "at %s loses nothing, doubles nothing, and all go on by themselves",
    async (point, bytes, time) => {
      await breakAt(point, time);
      scene.manager.engine.watch();
      scene.helpers.engine.watch();
      const files = scene.newPlan(bytes);

      const id = await scene.send(files);

      await comeBack();
      await scene.opened(id, files);
    },
  );
});

describe("the centre, killed while a message is taken back", () => {
  it.each<CenterFailurePoint>(["cancelled-before-move", "cancelled-after-move"])(
    "at %s delivers it or takes it back, never both",
    async (point) => {
      await scene.helpers.reopen();
      await breakAt(point);
      const { engine } = scene.manager;
      const id = await scene.send(scene.newPlan());
      await until(engine, () => engine.message(id).station === "accepted");

      await expect(engine.cancel(id)).rejects.toMatchObject({ code: "unreachable" });
      await comeBack();

      expect(await engine.cancel(id)).toMatchObject({ station: "cancelled" });
      expect((await scene.helpers.engine.fetchNow()).received).toEqual([]);
    },
  );
});

describe("the centre, killed while a message is refused", () => {
  it.each<CenterFailurePoint>(["refused-before-move", "refused-after-move"])(
    "at %s hears of it in the end, once",
    async (point) => {
      const { manager, helpers, network } = scene;
      await helpers.reopen();
      await breakAt(point);
      const id = await scene.send(scene.newPlan());
      await until(manager.engine, () => manager.engine.message(id).station === "accepted");
      await withDatabase(
        network.place,
        (sql) => sql`
          update message_chunks set bytes = set_byte(bytes, 900, get_byte(bytes, 900) # 1)
          where message_id = ${id}`,
      );

      await expect(helpers.engine.fetchNow()).rejects.toMatchObject({ code: "unreachable" });
      await comeBack();

      await helpers.engine.fetchNow();
      await manager.engine.fetchNow();
      expect(manager.engine.message(id).station).toBe("refused");
    },
  );
});

it("has, after all this, each message once, each station once, and the bytes of all that can be had", async () => {
  await center.end("SIGTERM");
  await scene.network.startCenter();
  const { sql } = scene.network.center();
  const doubled = await sql`
    select message_id, office, box, station from events group by 1, 2, 3, 4 having count(*) > 1`;
  const strays = await sql`
    select message_id from message_chunks c
    where not exists (select 1 from messages m where m.id = c.message_id)
      and not exists (select 1 from uploads u where u.id = c.message_id)`;
  const short = await sql`
    select m.id from messages m left join message_chunks c
      on c.message_id = m.id and c.stored_at = m.stored_at
    where m.bytes_dropped_at is null
    group by m.id, m.size having m.size is distinct from sum(length(c.bytes))`;
  const [{ messages }] = await sql<[{ messages: number }]>`
    select count(*)::int as messages from messages`;

  expect([doubled, strays, short].map((rows) => rows.length)).toEqual([0, 0, 0]);
  expect(messages).toBe(scene.manager.engine.list("sent").length);
});
