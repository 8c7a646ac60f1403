import { afterAll, beforeAll, expect, it } from "vitest";
import { runChild } from "../testing/child.ts";
import {
  joinNetwork,
  logIn,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
} from "../testing/network.ts";
import { planAt, withOffice } from "../testing/samples.ts";
import type { GivenFile } from "../tray/given-file.ts";

const other = { ...provider, number: "1370000053", name: "みほん訪問看護" };

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;
let nurses: TestDesk;
beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner);
  helpers = await joinNetwork(network, provider);
  nurses = await joinNetwork(network, other);
});
afterAll(async () => {
  for (const desk of [manager, helpers, nurses]) await desk?.engine.close();
  await network?.remove();
});

const two = (number: number): string => String(number).padStart(2, "0");

/** Sets of their own times, to the helpers. */
function sets(hour: number, count: number): GivenFile[] {
  return Array.from({ length: count }, (_, minute) =>
    planAt(`20261120${two(hour)}${two(minute)}00`),
  ).flat();
}

it("of many messages each goes by itself: those of one receiver are held, all others arrive once", async () => {
  const { sql } = network.center();
  const [own] = await sql`select pem from certificates where office = ${planner.number}`;
  await sql`update certificates set pem = ${own?.["pem"]} where office = ${other.number}`;
  const toNurses = withOffice(sets(11, 3), provider.number, other.number);

  const { messageIds } = await manager.engine.sendFiles([...sets(10, 15), ...toNurses]);
  await manager.engine.sendNow();

  expect(manager.engine.sending()).toMatchObject({
    messages: 18,
    accepted: 15,
    held: 3,
    moving: 0,
  });
  const { received } = await helpers.engine.fetchNow();
  expect(received).toHaveLength(15);
  expect(messageIds).toEqual(expect.arrayContaining(received));
  const held = messageIds.filter((id) => !received.includes(id));
  for (const id of held) {
    expect(manager.engine.message(id).trouble).toMatchObject({ code: "partner-not-trusted" });
    await manager.engine.cancel(id);
  }
  expect(manager.engine.sending()).toMatchObject({ messages: 15, accepted: 15, held: 0 });
  expect(manager.engine.sending().acceptedBytes).toBe(manager.engine.sending().bytes);
});

it("how far a batch is outlives the program, and what was left goes, once", async () => {
  await manager.engine.close();
  const ended = await runChild(
    manager.folder,
    `let accepted = 0;
     engine.on("changed", (what) => what === "sent" && engine.sending().accepted >= 4 && die());
     const times = Array.from({ length: 12 }, (_, minute) => "2026112012" + String(minute).padStart(2, "0") + "00");
     await engine.sendFiles(times.flatMap(planAt));
     await engine.sendNow();`,
  );
  expect(ended.signal).toBe("SIGKILL");
  await manager.reopen();

  const { messages, accepted, moving } = manager.engine.sending();
  expect(messages).toBe(12);
  expect(accepted).toBeGreaterThanOrEqual(4);
  expect(moving).toBe(12 - accepted);
  await manager.engine.sendNow();
  expect(manager.engine.sending()).toMatchObject({ messages: 12, accepted: 12, moving: 0 });
  expect(new Set((await helpers.engine.fetchNow()).received).size).toBe(12);
});

it("a login that has ended stops the batch; it goes on with the next one", async () => {
  await network.center().sql`delete from spent_refresh_tokens`;
  await network.center().sql`delete from desk_sessions where office = ${planner.number}`;
  const { messageIds } = await manager.engine.sendFiles(sets(13, 20));
  await manager.engine.sendNow();

  const troubled = messageIds.filter((id) => manager.engine.message(id).trouble !== null);
  // Those that were under way when it was found out, no more.
  expect(troubled.length).toBeLessThanOrEqual(6);
  expect(manager.engine.sending()).toMatchObject({ messages: 20, accepted: 0, moving: 20 });

  await logIn(manager);
  await manager.engine.sendNow();
  expect(manager.engine.sending()).toMatchObject({ messages: 20, accepted: 20, moving: 0 });
});
