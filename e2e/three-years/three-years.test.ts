import { receivingDays } from "@tsunagi/contract/exchange";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCertificatePostman } from "../../center/certificates/warn.ts";
import { makeServerLast } from "../../center/testing/lasting-server.ts";
import { type MailServer, startMailServer } from "../../center/testing/mail-server.ts";
import { dayCare } from "../../center/testing/offices.ts";
import {
  joinNetwork,
  logIn,
  type Network,
  officePassword,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../../client/testing/network.ts";
import { planAt } from "../../client/testing/samples.ts";

/** Three offices over three years: two that go on working, and one that nobody looks after. */
const dayMilliseconds = 86_400_000;
const forgotten = { ...dayCare, number: "1370000037", name: "わすれデイサービス" };

let network: Network;
let mail: MailServer;
let sender: TestDesk;
let receiver: TestDesk;
let idle: TestDesk;
let now: Date;
let end: Date;

beforeAll(async () => {
  network = await startNetwork();
  mail = await startMailServer();
  now = network.center().clock.now;
  const clock = () => now;
  sender = await joinNetwork(network, planner, { clock });
  receiver = await joinNetwork(network, provider, { clock });
  idle = await joinNetwork(network, forgotten, { clock });
  end = new Date(ready(sender).certificateUntil);
  await network.stopCenter();
  await makeServerLast(network.place);
  await network.startCenter(now);
});
afterAll(async () => {
  for (const desk of [sender, receiver, idle]) await desk?.engine.close();
  await mail?.stop();
  await network?.remove();
});

function ready({ engine }: TestDesk) {
  const state = engine.state();
  if (state.phase !== "ready") throw new Error(`the desk is at ${state.phase}`);
  return state;
}

/** The day so many days before the end of the first certificates; the centre's house is kept on it. */
async function comeTo(daysBeforeEnd: number): Promise<void> {
  await comeToTime(new Date(end.getTime() - daysBeforeEnd * dayMilliseconds));
}

async function comeToTime(time: Date): Promise<void> {
  now = time;
  await network.stopCenter();
  await network.startCenter(now);
}

/** How many offices are told by e-mail today of their certificate's end. */
async function tellOfEnds(): Promise<number> {
  const { sql } = network.center();
  const config = {
    smtpUrl: mail.url,
    from: "renkei@example.jp",
    portalUrl: "https://renkei.example.jp/portal/",
  };
  // The pool of the test has no types of its own for columns.
  const context = { sql: sql as never, clock: () => now };
  const postman = makeCertificatePostman(context, config, (error) => {
    throw error;
  });
  try {
    return await postman.sendDue();
  } finally {
    postman.close();
  }
}

let sets = 0;
/** Sends one plan: it is accepted, or cannot be. */
async function send(): Promise<string> {
  sets += 1;
  const { messageIds } = await sender.engine.sendFiles(planAt(`202612010900${10 + sets}`));
  const [id = ""] = messageIds;
  await until(sender.engine, () => {
    const { stations, trouble } = sender.engine.message(id);
    return trouble !== null || stations.some(({ station }) => station === "accepted");
  });
  return id;
}

/** One plan from desk to desk: sent, received, opened. */
async function exchange(): Promise<void> {
  await logIn(sender);
  await logIn(receiver);
  const id = await send();
  await receiver.engine.fetchNow();
  expect(receiver.engine.message(id)).toMatchObject({ trouble: null });
  await sender.engine.fetchNow();
  expect(ready(sender).certificateLog).toEqual({ trouble: null, strange: [] });
  expect(ready(receiver).certificateLog).toEqual({ trouble: null, strange: [] });
}

const yearOfEnd = (desk: TestDesk): number =>
  new Date(ready(desk).certificateUntil).getUTCFullYear();

it("works through the first two years on first certificates; licences renew themselves each year", async () => {
  for (const days of [1000, 700, 365]) {
    await comeTo(days);
    await exchange();
    expect(new Date(ready(sender).certificateUntil)).toEqual(end);
    expect(await tellOfEnds()).toBe(0);
  }
  const [{ years }] = await network.center().sql<[{ years: number }]>`
    select count(*)::integer as years from licences where office = ${planner.number}`;
  expect(years).toBeGreaterThan(1);
});

it("tells all three ninety days before the end; those that log in are renewed, and told no more", async () => {
  await comeTo(90);
  expect(await tellOfEnds()).toBe(3);
  await exchange();
  expect(yearOfEnd(sender)).toBe(end.getUTCFullYear() + 3);
  expect(yearOfEnd(receiver)).toBe(end.getUTCFullYear() + 3);
  for (const days of [60, 30, 7]) {
    await comeTo(days);
    expect(await tellOfEnds()).toBe(1);
    expect(await tellOfEnds()).toBe(0);
  }
});

it("goes on past the end for those that renewed; the one that did nothing is shut out, and enrols anew", async () => {
  await comeTo(-1);
  await exchange();
  expect(await tellOfEnds()).toBe(0);
  expect(idle.engine.state().phase).toBe("not-enrolled");

  const { officeId, provisionalPassword, issuePassword } = idle.letter;
  await idle.engine.enrol({ officeId, password: provisionalPassword, issuePassword });
  await logIn(idle);
  await idle.engine.fetchNow();
  expect(yearOfEnd(idle)).toBe(end.getUTCFullYear() + 3);
  expect(ready(idle).certificateLog).toEqual({ trouble: null, strange: [] });
});

it("goes quiet at an office that lets its licence end, and goes on once it applies again", async () => {
  const body = { officeId: receiver.letter.officeId, password: officePassword };
  const { token } = await network.center().callWeb().logInOffice({ body });
  const { licence } = await network
    .center()
    .callWeb(token)
    .chooseRenewal({ body: { automatic: false } });
  const lastDay = new Date(`${licence?.until}T03:00:00.000Z`);
  const daysAfter = (days: number) => new Date(lastDay.getTime() + days * dayMilliseconds);
  const state = () => ready(receiver).licence?.state;

  await comeToTime(lastDay);
  await logIn(sender);
  const arrives = await send();
  await logIn(receiver);
  expect(state()).toBe("active");

  await comeToTime(daysAfter(receivingDays));
  await logIn(receiver);
  await receiver.engine.fetchNow();
  expect(state()).toBe("receiving");
  expect(receiver.engine.message(arrives)).toMatchObject({ box: "received", trouble: null });
  await logIn(sender);
  const { messageIds, tray } = await sender.engine.sendFiles(planAt("20261201100000"));
  expect(messageIds).toEqual([]);
  expect(tray.sets[0]?.findings).toMatchObject([{ code: "receiver-unlicensed" }]);

  await comeToTime(daysAfter(receivingDays + 1));
  await logIn(receiver);
  await receiver.engine.fetchNow();
  expect(state()).toBe("ended");

  await network.license(receiver.letter);
  await exchange();
  expect(state()).toBe("active");
});

it("ends at once for an office whose certificates are revoked", async () => {
  await network.revokeAll(receiver.letter);
  await expect(receiver.engine.fetchNow()).rejects.toMatchObject({ code: "certificate-revoked" });
  expect(receiver.engine.state().phase).toBe("not-enrolled");
});
