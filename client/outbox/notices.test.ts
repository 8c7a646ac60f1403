import { afterAll, beforeAll, expect, it } from "vitest";
import {
  joinNetwork,
  logIn,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
} from "../testing/network.ts";
import { planAt } from "../testing/samples.ts";

const dayMs = 86_400_000;

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;
/** Both clocks: the centre's is set beside. */
let now = new Date();

beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner, { clock: () => now });
  helpers = await joinNetwork(network, provider, { clock: () => now });
});
afterAll(async () => {
  await manager?.engine.close();
  await helpers?.engine.close();
  await network?.remove();
});

/** Time goes by; the centre keeps house, and the office's person logs in again. */
async function afterDays(days: number): Promise<void> {
  now = new Date(now.getTime() + days * dayMs);
  await network.stopCenter();
  await network.startCenter(now);
  await logIn(manager);
}

const notices = () =>
  manager.engine
    .list("received")
    .map(({ title, notice, read }) => ({ title, about: notice?.about, read }));

it("tells the sender at half time, and again when the message has expired; it can be sent again", async () => {
  const sent = await manager.engine.sendFiles(planAt("20261120110001"));
  const [id = ""] = sent.messageIds;
  await manager.engine.fetchNow();
  expect(notices()).toEqual([]);

  await afterDays(46);
  await manager.engine.fetchNow();
  await manager.engine.fetchNow();
  expect(notices()).toEqual([
    { title: "まだ受け取られていません: サービス利用票・別表（予定）", about: id, read: false },
  ]);

  await afterDays(45);
  await manager.engine.fetchNow();
  expect(notices()).toMatchObject([
    { title: "届きませんでした: サービス利用票・別表（予定）", about: id },
    { title: "まだ受け取られていません: サービス利用票・別表（予定）", about: id },
  ]);
  const expired = manager.engine.message(id);
  expect(expired).toMatchObject({ station: "expired", trouble: { code: "not-received-in-time" } });
  const { sql } = network.center();
  expect(await sql`select 1 from message_chunks where message_id = ${id}`).toHaveLength(0);

  const renewed = manager.engine.retry(id);
  await manager.engine.sendNow();
  expect(renewed.id).not.toBe(id);
  await logIn(helpers);
  await helpers.engine.fetchNow();
  expect(helpers.engine.list("received").map((message) => message.id)).toEqual([renewed.id]);
});
