import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldBytes } from "../file-content.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { plan, planAt, results } from "../testing/samples.ts";

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;

beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner);
  helpers = await joinNetwork(network, provider);
});
afterAll(async () => {
  await manager?.engine.close();
  await helpers?.engine.close();
  await network?.remove();
});

describe("a month between two offices", () => {
  it("goes there and back by itself, byte for byte, and is proved on both sides", async () => {
    manager.engine.watch();
    helpers.engine.watch();

    for (const file of plan()) await manager.engine.tray.put(file);
    const [set] = (await manager.engine.tray.view()).sets;
    expect(set).toMatchObject({
      title: "サービス利用票・別表（予定）",
      month: "202612",
      to: { number: provider.number, name: provider.name, canReceive: true },
      findings: [],
      sendable: true,
    });
    const { messageIds, tray } = await manager.engine.tray.send([set?.setId ?? ""]);
    expect(tray.sets).toEqual([]);
    const id = messageIds[0] ?? "";

    await until(manager.engine, () => manager.engine.message(id).station === "opened");

    const received = helpers.engine.message(id);
    expect(received).toMatchObject({ box: "received", station: "opened", read: false });
    expect(received.partner).toEqual({ number: planner.number, name: planner.name });
    for (const { name, bytes } of plan()) {
      expect(await heldBytes(await helpers.engine.file(id, name))).toEqual(Buffer.from(bytes));
      expect(readFileSync(join(helpers.folder, "received", id, name))).toEqual(Buffer.from(bytes));
    }
    expect(manager.engine.message(id).stations.map(({ station }) => station)).toEqual([
      "made",
      "accepted",
      "offered",
      "downloaded",
      "opened",
    ]);
    for (const { engine } of [manager, helpers]) {
      const { proved, statements } = await engine.evidence(id);
      expect(statements.map(({ state }) => state)).toEqual(Array(6).fill("proved"));
      expect(proved).toBe(true);
    }

    const back = await helpers.engine.sendFiles(results());
    const answer = back.messageIds[0] ?? "";
    await until(manager.engine, () =>
      manager.engine.list("received").some((message) => message.id === answer),
    );
    expect(await heldBytes(await manager.engine.file(answer, results()[0]?.name ?? ""))).toEqual(
      Buffer.from(results()[0]?.bytes ?? []),
    );
  });

  it("hears of arrivals again after the centre was away", async () => {
    manager.engine.watch();
    helpers.engine.watch();
    await network.stopCenter();
    const { messageIds } = await manager.engine.sendFiles(planAt("20261120130000"));
    await network.startCenter();

    const id = messageIds[0] ?? "";
    await until(manager.engine, () => manager.engine.message(id).station === "opened");
    expect(helpers.engine.message(id).station).toBe("opened");
    expect(manager.engine.state()).toMatchObject({ phase: "ready", online: true });
  });
});
