import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { openEvents } from "../testing/events.ts";
import { type MailServer, startMailServer } from "../testing/mail-server.ts";
import { careManagement, homeVisit, join, logIn, type TestOffice } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { makePostman } from "./mail.ts";
import type { MailConfig, Postman } from "./postman.ts";

const portalUrl = "https://renkei.example.jp/portal/";

describeOnEachDatabase("e-mail to an office", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let server: MailServer;
  let postman: Postman;
  let sender: TestOffice;
  let receiver: TestOffice;
  const failures: unknown[] = [];
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    server = await startMailServer();
    postman = newPostman();
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
  });
  beforeEach(async () => {
    failures.length = 0;
    server.taken.length = 0;
    await seen(receiver);
  });
  afterEach(async () => {
    await center.sql`truncate messages, events, office_presence`;
    center.clock.advance(2);
  });
  afterAll(async () => {
    postman.close();
    await server.stop();
    await center.stop();
    await place.remove();
  });

  function newPostman(): Postman {
    const config = { smtpUrl: server.url, from: "renkei@example.jp", portalUrl };
    const { clock, sql } = center;
    // The pool of the test has no types of its own for columns.
    const context = { sql: sql as never, clock: () => clock.now };
    return makePostman(context, config, (error) => failures.push(error));
  }

  /** A new login: the test's clock goes far. */
  async function desk(office: TestOffice): Promise<TestOffice["desk"]> {
    return (await logIn(center, office, office, office.personId)).desk;
  }

  async function send(): Promise<string> {
    const id = newMessageId(center);
    const { sealed } = seal(center, id, sender, receiver);
    await (await desk(sender)).send(sending(id, receiver.number, sealed));
    return id;
  }

  async function seen(office: TestOffice): Promise<void> {
    await desk(office);
    await noted(office);
  }

  /** Until the database says that the office was seen just now. */
  async function noted({ number }: TestOffice): Promise<void> {
    for (;;) {
      const [row] = await center.sql`
        select 1 from office_presence where office = ${number} and seen_at = ${center.clock.now}`;
      if (row) return;
    }
  }

  it("tells, in Japanese and without a name, that something waits for a client away for an hour", async () => {
    const id = await send();
    await send();
    center.clock.advance(59);
    expect(await postman.sendDue()).toBe(0);
    center.clock.advance(2);
    expect(await postman.sendDue()).toBe(1);

    const [{ from, to, source } = { from: "", to: [], source: "" }] = server.taken;
    expect({ from, to }).toEqual({ from: "renkei@example.jp", to: ["shiken@example.jp"] });
    const [head = "", body = ""] = source.split("\r\n\r\n");
    expect(head).toContain(`=?UTF-8?`);
    const text = Buffer.from(body, "base64").toString("utf8");
    expect(text).toContain("データが 2 件届いています");
    expect(text).toContain(portalUrl);
    for (const secret of [
      id,
      sender.number,
      receiver.number,
      careManagement.name,
      receiver.personId,
    ]) {
      expect(text + head).not.toContain(secret);
    }
  });

  it("tells once, until the client was seen again", async () => {
    await send();
    center.clock.advance(61);
    expect(await postman.sendDue()).toBe(1);
    await send();
    center.clock.advance(600);
    expect(await postman.sendDue()).toBe(0);

    await seen(receiver);
    center.clock.advance(61);
    expect(await postman.sendDue()).toBe(1);
    expect(server.taken).toHaveLength(2);
  });

  it("tells nothing of what the client has heard of, or of what is gone", async () => {
    await send();
    await (await desk(receiver)).listMessages({ query: { box: "received" } });
    const params = { id: await send() };
    await (await desk(sender)).cancel({ params });
    center.clock.advance(61);
    expect(await postman.sendDue()).toBe(0);
  });

  it("is sent once by several processes that look at the same time", async () => {
    const others = [newPostman(), newPostman(), newPostman()];
    await send();
    center.clock.advance(61);
    const sent = await Promise.all([postman, ...others].map((one) => one.sendDue()));
    expect(sent.reduce((sum, count) => sum + count)).toBe(1);
    for (const one of others) one.close();
  });

  it("is tried again when the mail server was away, and not when it will never take it", async () => {
    await send();
    center.clock.advance(61);
    server.refuseWith(451);
    expect(await postman.sendDue()).toBe(0);
    expect(failures).toHaveLength(1);
    server.refuseWith(undefined);
    expect(await postman.sendDue()).toBe(1);

    center.clock.advance(1);
    await seen(receiver);
    await send();
    center.clock.advance(61);
    server.refuseWith(550);
    expect(await postman.sendDue()).toBe(0);
    server.refuseWith(undefined);
    expect(await postman.sendDue()).toBe(0);
  });

  it("is sent by a centre that was told how", async () => {
    await restart({ smtpUrl: server.url, from: "renkei@example.jp", portalUrl });
    await send();
    center.clock.advance(61);
    expect((await server.first()).to).toEqual(["shiken@example.jp"]);
  });

  it("is not needed while the client listens", async () => {
    await restart();
    const { accessToken } = await logIn(center, receiver, receiver, receiver.personId);
    const stream = await openEvents(center, { client: receiver.client, accessToken });
    await stream.next();
    center.clock.advance(50);
    await noted(receiver);
    stream.close();
  });

  async function restart(mail?: MailConfig): Promise<void> {
    const { clock } = center;
    await center.stop();
    center = await startTestCenter(place, {
      heartbeatSeconds: 0.02,
      ...(mail && { mail: { ...mail, everySeconds: 0.02 } }),
    });
    center.clock.now = clock.now;
  }
});
