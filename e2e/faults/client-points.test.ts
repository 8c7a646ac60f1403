import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientFailurePoint } from "../../client/failure-point.ts";
import type { GivenFile } from "../../client/index.ts";
import { migrations } from "../../client/store/migrations.ts";
import { openStore } from "../../client/store/store.ts";
import { runChild } from "../../client/testing/child.ts";
import { type TestDesk, until } from "../../client/testing/network.ts";
import { type Scene, setScene } from "./scene.ts";

let scene: Scene;
let places: string;

beforeAll(async () => {
  places = mkdtempSync(join(tmpdir(), "tsunagi-points-"));
  scene = await setScene();
});
afterAll(async () => {
  await scene?.end();
  rmSync(places, { recursive: true, force: true });
});

/** The office's app runs a program in a process of its own that kills itself at the point, and is opened again. */
async function dieAt(
  point: ClientFailurePoint,
  desk: TestDesk,
  program: string,
  time = 1,
): Promise<void> {
  await desk.engine.close();
  const environment = { TSUNAGI_CLIENT_FAIL_AT: `kill ${point} ${time}` };
  const { signal } = await runChild(desk.folder, program, environment);
  await desk.reopen();
  expect(signal).toBe("SIGKILL");
}

/** A program that sends the files, read from where they are put. */
function sending(files: readonly GivenFile[]): string {
  const folder = mkdtempSync(join(places, "given-"));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  return `
    const { readdirSync, readFileSync } = await import("node:fs");
    const folder = ${JSON.stringify(folder)};
    const files = readdirSync(folder).map((name) => (
      { name, bytes: new Uint8Array(readFileSync(folder + "/" + name)) }));
    await engine.sendFiles(files);
    await engine.sendNow();`;
}

async function accepted(files: readonly GivenFile[]): Promise<string> {
  const id = await scene.send(files);
  const { engine } = scene.manager;
  await until(engine, () => engine.message(id).station === "accepted");
  return id;
}

const small = 0;
const large = 9_000_000;

describe("a login", () => {
  it.each<ClientFailurePoint>(["login-before-commit", "login-after-commit"])(
    "whose renewal is answered while the office is killed at %s stays, however often that happens",
    async (point) => {
      const { manager, helpers } = scene;
      for (const _ of [1, 2]) await dieAt(point, manager, "await engine.fetchNow();");

      const files = scene.newPlan();
      const id = await accepted(files);
      expect((await helpers.engine.fetchNow()).received).toEqual([id]);
      await manager.engine.fetchNow();
      await scene.expectDelivered(id, files);
    },
  );
});

describe("a sender, killed", () => {
  it("before a message is made has made none, and nothing is sent", async () => {
    const { manager, helpers } = scene;
    const before = manager.engine.list("sent").length;
    await dieAt("made-before-commit", manager, sending(scene.newPlan()));

    expect(manager.engine.list("sent")).toHaveLength(before);
    expect((await helpers.engine.fetchNow()).received).toEqual([]);
  });

  it.each<[ClientFailurePoint, number, number?]>([
    ["made-after-commit", small],
    ["sealed-before-commit", small],
    ["sealed-after-commit", small],
    ["in-doubt-before-commit", small],
    ["in-doubt-after-commit", small],
    ["accepted-before-commit", small],
    ["accepted-after-commit", small],
    ["chunk-sent", large, 2],
    ["chunks-sent", large],
  ])("at %s sends what it has made, once", async (point, bytes, time) => {
    const { manager, helpers } = scene;
    const known = new Set(manager.engine.list("sent").map(({ id }) => id));
    const files = scene.newPlan(bytes);
    await dieAt(point, manager, sending(files), time);

    await manager.engine.sendNow();
    const made = manager.engine.list("sent").filter(({ id }) => !known.has(id));
    expect(made).toHaveLength(1);
    const id = made[0]?.id ?? "";
    expect((await helpers.engine.fetchNow()).received).toEqual([id]);
    await manager.engine.fetchNow();
    await scene.expectDelivered(id, files);
  });

  it("while it takes a message back that never left can take it back again", async () => {
    const { manager, helpers, network } = scene;
    network.proxy.fault = { kind: "down" };
    const id = await scene.send(scene.newPlan());
    await until(manager.engine, () => manager.engine.message(id).trouble);
    await dieAt("cancelled-before-commit", manager, `await engine.cancel(${JSON.stringify(id)});`);
    expect(manager.engine.message(id).station).toBe("made");

    expect(await manager.engine.cancel(id)).toMatchObject({ station: "cancelled" });
    network.proxy.fault = { kind: "none" };
    expect((await manager.engine.fetchNow()).sent).toEqual([]);
    expect((await helpers.engine.fetchNow()).received).toEqual([]);
  });

  it.each<ClientFailurePoint>(["stations-before-commit", "stations-after-commit"])(
    "at %s learns of the receipt all the same",
    async (point) => {
      const { manager, helpers } = scene;
      const files = scene.newPlan();
      const id = await accepted(files);
      await helpers.engine.fetchNow();
      await dieAt(point, manager, "await engine.fetchNow();");

      await manager.engine.fetchNow();
      await scene.expectDelivered(id, files);
    },
  );
});

describe("a receiver, killed", () => {
  it.each<[ClientFailurePoint, number?]>([
    ["downloaded"],
    ["file-written", 2],
    ["files-written"],
    ["files-delivered"],
    ["record-before-commit"],
    ["record-after-commit"],
    ["receipt-before-commit"],
    ["receipt-after-commit"],
    ["receipt-sent"],
  ])(
    "at %s has no receipt out before files and record are on disk, and receives it once",
    async (point, time) => {
      const { manager, helpers, network } = scene;
      const files = scene.newPlan();
      const id = await accepted(files);
      await dieAt(point, helpers, "await engine.fetchNow();", time);

      const folder = join(helpers.folder, "received", id);
      const whole = () =>
        files.every(({ name, bytes }) => readFileSync(join(folder, name)).equals(bytes));
      // Whoever watches the folder sees all of a message or nothing.
      expect(!existsSync(folder) || whole()).toBe(true);
      const [{ receipted }] = await network.center().sql<[{ receipted: boolean }]>`
      select opened_receipt is not null as receipted from messages where id = ${id}`;
      const recorded = helpers.engine.list("received").some((message) => message.id === id);
      expect(receipted && !(recorded && existsSync(folder))).toBe(false);

      await helpers.engine.fetchNow();
      await manager.engine.fetchNow();
      await scene.expectDelivered(id, files);
    },
  );

  it.each<ClientFailurePoint>([
    "refused-bytes-written",
    "refused-before-commit",
    "refused-after-commit",
    "refusal-told",
  ])("at %s keeps what it could not open and says so, once", async (point) => {
    const { manager, helpers, network } = scene;
    const id = await accepted(scene.newPlan());
    await network.center().sql`
      update message_chunks set bytes = set_byte(bytes, 900, get_byte(bytes, 900) # 1)
      where message_id = ${id}`;
    await dieAt(point, helpers, "await engine.fetchNow();");

    await helpers.engine.fetchNow();
    await manager.engine.fetchNow();
    expect(existsSync(join(helpers.folder, "refused", `${id}.p7m`))).toBe(true);
    expect(helpers.engine.list("received").filter((message) => message.id === id)).toHaveLength(1);
    expect(manager.engine.message(id)).toMatchObject({
      station: "refused",
      trouble: { code: "refused-by-receiver" },
    });
  });

  it.each<ClientFailurePoint>(["made-anew-before-commit", "made-anew-after-commit"])(
    "and the sender, killed at %s, sends it anew once",
    async (point) => {
      const { manager, helpers, network } = scene;
      const files = scene.newPlan();
      const id = await accepted(files);
      await network.center().sql`
        update message_chunks set bytes = set_byte(bytes, 900, get_byte(bytes, 900) # 1)
        where message_id = ${id}`;
      await helpers.engine.fetchNow();
      await manager.engine.fetchNow();
      await dieAt(point, manager, `engine.retry(${JSON.stringify(id)});`);

      if (manager.engine.message(id).trouble !== null) manager.engine.retry(id);
      await manager.engine.fetchNow();
      const [anew = "", ...more] = (await helpers.engine.fetchNow()).received;
      expect(more).toEqual([]);
      expect(anew).not.toBe(id);
      await manager.engine.fetchNow();
      await scene.expectDelivered(anew, files);
    },
  );
});

describe("a new release that is killed while it brings the store to its edition", () => {
  it.each<ClientFailurePoint>(["migration-before-commit", "migration-after-commit"])(
    "at %s goes on from there",
    async (point) => {
      const folder = mkdtempSync(join(places, "store-"));
      const environment = { TSUNAGI_CLIENT_FAIL_AT: `kill ${point} 2` };
      expect((await runChild(folder, "", environment)).signal).toBe("SIGKILL");

      const store = openStore(folder);
      expect(store.sql.get`PRAGMA user_version`).toEqual({ user_version: migrations.length });
      store.close();
    },
  );
});
