import { afterAll, beforeAll, expect, it } from "vitest";
import {
  joinNetwork,
  logIn,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { plan, planAt } from "../testing/samples.ts";

const dayMilliseconds = 86_400_000;

let network: Network;
let sender: TestDesk;
let receiver: TestDesk;
let now: Date;
/** The end of the first certificates. */
let end: Date;

beforeAll(async () => {
  network = await startNetwork();
  now = network.center().clock.now;
  sender = await joinNetwork(network, planner, { clock: () => now });
  receiver = await joinNetwork(network, provider, { clock: () => now });
  end = new Date(ready(sender).certificateUntil);
});
afterAll(async () => {
  await sender?.engine.close();
  await receiver?.engine.close();
  await network?.remove();
});

function ready({ engine }: TestDesk) {
  const state = engine.state();
  if (state.phase !== "ready") throw new Error(`the desk is at ${state.phase}`);
  return state;
}

/** The clocks of all go to so many days before the end of the first certificates. */
async function daysBeforeEnd(days: number): Promise<void> {
  now = new Date(end.getTime() - days * dayMilliseconds);
  network.center().clock.now = now;
  await logIn(sender);
  await logIn(receiver);
}

async function send(files: ReturnType<typeof plan>): Promise<string> {
  const { messageIds } = await sender.engine.sendFiles(files);
  const [id = ""] = messageIds;
  await until(sender.engine, () =>
    sender.engine.message(id).stations.some(({ station }) => station === "accepted"),
  );
  return id;
}

function yearOfEnd(desk: TestDesk): number {
  return new Date(ready(desk).certificateUntil).getUTCFullYear();
}

it("is not done while more than ninety days are left", async () => {
  await daysBeforeEnd(91);
  await receiver.engine.fetchNow();
  expect(new Date(ready(receiver).certificateUntil)).toEqual(end);
  await expect(receiver.engine.renewCertificate()).rejects.toMatchObject({
    code: "renewal-too-early",
  });
});

it("keeps the old key: what was sealed to it before is opened after", async () => {
  await daysBeforeEnd(90);
  const id = await send(plan());
  await receiver.engine.renewCertificate();
  expect(yearOfEnd(receiver)).toBe(end.getUTCFullYear() + 3);

  await receiver.engine.fetchNow();
  expect(receiver.engine.message(id)).toMatchObject({ trouble: null });
  expect(receiver.engine.list("received").map((message) => message.id)).toContain(id);
  // It stands in the public log, and this machine knows it for its own.
  expect(ready(receiver).certificateLog).toEqual({ trouble: null, strange: [] });
});

it("is done by the app itself; both old and new certificate serve, and messages go on", async () => {
  await daysBeforeEnd(60);
  await sender.engine.fetchNow();
  expect(yearOfEnd(sender)).toBe(end.getUTCFullYear() + 3);
  const id = await send(planAt("20261201090000"));
  await receiver.engine.fetchNow();
  expect(receiver.engine.message(id)).toMatchObject({ trouble: null });
});

it("lets the office go on working past the old end", async () => {
  now = new Date(end.getTime() + dayMilliseconds);
  // At its start the centre renews its own certificates, as it does each hour.
  await network.stopCenter();
  await network.makeServerLast();
  await network.startCenter(now);
  await logIn(sender);
  await logIn(receiver);
  const id = await send(planAt("20261202090000"));
  await receiver.engine.fetchNow();
  expect(receiver.engine.message(id)).toMatchObject({ trouble: null });
});
