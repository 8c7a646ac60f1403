import { parseCertificate } from "@tsunagi/sealing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createChanges } from "../changes.ts";
import type { Office } from "../office.ts";
import { openStore } from "../store/store.ts";
import { type DishonestOperator, dishonestOperator } from "../testing/dishonest-operator.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { plan, planAt, withOffice } from "../testing/samples.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { followLog } from "./follow-log.ts";

let network: Network;
let manager: TestDesk;
let helper: TestDesk;
let operator: DishonestOperator;

beforeEach(async () => {
  network = await startNetwork();
  operator = dishonestOperator(network);
  manager = await joinNetwork(network, planner);
  helper = await joinNetwork(network, provider);
});
afterEach(async () => {
  await manager.engine.close();
  await helper.engine.close();
  await operator.leave();
  await network.remove();
});

describe("a centre that is honest", () => {
  it("gets messages through, and both offices find the log in order", async () => {
    await sendOne(manager);
    await until(manager.engine, () => stationOf(manager, "accepted"));
    expect(await helper.engine.fetchNow()).toMatchObject({ received: [expect.any(String)] });
    await manager.engine.fetchNow();
    for (const desk of [manager, helper]) {
      expect(logOf(desk)).toEqual({ trouble: null, strange: [] });
    }
  });
});

describe("a centre that makes a certificate for itself, to read along", () => {
  it("is not sent anything when the certificate is not in the log", async () => {
    await operator.forge(provider.number);
    const id = await sendOne(manager);
    const trouble = await until(manager.engine, () => manager.engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "certificate-unlogged", retrying: false });
  });

  it("is seen by the office whose name it took when it puts the certificate into the log", async () => {
    const forged = await operator.forge(provider.number);
    await operator.logAll();
    await helper.engine.fetchNow();
    expect(logOf(helper)).toEqual({
      trouble: null,
      strange: [expect.objectContaining({ serial: forged.serial })],
    });
    await manager.engine.fetchNow();
    expect(logOf(manager).strange).toEqual([]);

    helper.engine.acknowledgeCertificate(forged.serial);
    expect(logOf(helper).strange).toEqual([]);
  });
});

describe("a centre that rewrites the log", () => {
  it("is found out by each office that saw the log before, and sent nothing until the log is whole again", async () => {
    const forged = await operator.forge(provider.number);
    await operator.logAll();
    await helper.engine.fetchNow();
    await manager.engine.fetchNow();
    await operator.keepLog();
    await operator.rewriteLog((issued) => issued.filter(({ serial }) => serial !== forged.serial));

    await manager.engine.fetchNow();
    expect(logOf(manager).trouble).toMatchObject({ message: expect.stringContaining("公開記録") });
    const id = await sendOne(manager);
    const trouble = await until(manager.engine, () => manager.engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "log-rewritten", retrying: false });

    await operator.putLogBack();
    expect((await manager.engine.fetchNow()).sent).toContain(id);
    expect(logOf(manager).trouble).toBeNull();
  });

  it("is found out when it shows partners another log: each message carries how its sender knows it", async () => {
    await helper.engine.fetchNow();
    await operator.keepLog();
    // A new office is shown one in which the entries stand in another order.
    await operator.rewriteLog((issued) => issued.toReversed());
    const newcomer = await joinNetwork(network, third);
    try {
      await newcomer.engine.fetchNow();
      expect(logOf(newcomer).trouble).toBeNull();
      await newcomer.engine.sendFiles(withOffice(plan(), planner.number, third.number));
      await until(newcomer.engine, () => stationOf(newcomer, "accepted"));

      await operator.putLogBack();
      expect(await helper.engine.fetchNow()).toMatchObject({ received: [] });
      const [waiting] = helper.engine.list("received");
      expect(waiting?.trouble).toMatchObject({ code: "certificate-unlogged" });

      await operator.logAll();
      expect(await helper.engine.fetchNow()).toMatchObject({ received: [waiting?.id] });
      expect(logOf(helper).trouble).toMatchObject({ message: expect.any(String) });
    } finally {
      await newcomer.engine.close();
    }
  });

  it("is found out when it holds the log back", async () => {
    const store = openStore(temporaryFolder());
    const inThreeDays: Office = {
      store,
      now: () => new Date(Date.now() + 3 * 86_400_000),
      changes: createChanges(),
      authorities: network.center().authorities.map((pem) => parseCertificate(pem)),
      report: () => undefined,
      keyPassphrase: undefined,
    };
    try {
      await expect(followLog(inThreeDays, network.center().callWeb())).rejects.toMatchObject({
        code: "log-held-back",
      });
    } finally {
      store.close();
    }
  });
});

const third = { ...planner, number: "1370000045", name: "みほん第二居宅介護支援事業所" };

function logOf({ engine }: TestDesk) {
  const state = engine.state();
  if (state.phase !== "ready") throw new Error(state.phase);
  return state.certificateLog;
}

function stationOf({ engine }: TestDesk, station: string): boolean {
  return engine.list("sent").some((message) => message.station === station);
}

async function sendOne({ engine }: TestDesk): Promise<string> {
  const { messageIds } = await engine.sendFiles(planAt("20261120100000"));
  return messageIds[0] ?? "";
}
