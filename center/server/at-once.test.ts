import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request } from "node:https";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CenterUnderTest, startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { type EventStream, openEvents } from "../testing/events.ts";
import { tlsOptions } from "../testing/https-fetch.ts";
import {
  addPerson,
  careManagement,
  homeVisit,
  join,
  logIn,
  type TestOffice,
} from "../testing/offices.ts";
import { contentDigest, newMessageId, post, seal } from "../testing/parcels.ts";
import { type CenterProcess, startCenterProcess } from "../testing/process.ts";
import { refused } from "../testing/refused.ts";

const received = { query: { box: "received" } } as const;

/** What a person has open at the other process of the centre. */
type Open = Pick<TestOffice, "accessToken" | "client">;

describeOnEachDatabase("what ends at one process of the centre", (takePlace) => {
  let place: TestPlace;
  let here: TestCenter;
  let there: CenterProcess;
  let office: TestOffice;
  let sender: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    here = await startTestCenter(place);
    there = await startCenterProcess({
      dataFolder: place.dataFolder,
      databaseUrl: here.databaseUrl,
    });
    sender = await join(here, careManagement);
    office = await join(here, homeVisit);
  });
  afterAll(async () => {
    await there?.end("SIGTERM");
    await here.stop();
    await place.remove();
  });

  const openPerson = async (): Promise<Open & { readonly personId: string }> => {
    const personId = await addPerson(here, office, office);
    const { accessToken } = await logIn(here, office, office, personId);
    return { personId, accessToken, client: office.client };
  };
  const stop = (personId: string): Promise<unknown> =>
    office.portal.setPersonActive({ params: { personId }, body: { active: false } });

  it("ends a stopped person's stream at another, and refuses the next request on an open connection", async () => {
    const { personId, ...open } = await openPerson();
    const kept = there.callExchange(open.client, open.accessToken);
    await kept.listMessages(received);
    const stream = await openEvents(there, open);
    await stream.next();
    const colleague = await openPerson();
    const other = await openEvents(there, colleague);
    await other.next();

    await stop(personId);

    await ended(stream);
    await expect(kept.listMessages(received)).rejects.toEqual(refused("session-expired"));
    // Nobody else is disturbed.
    const { id } = await post(here, sender, office);
    expect((await other.nextEvent())?.data).toMatchObject({ id, station: "accepted" });
    other.close();
  });

  it("breaks off a download under way for a stopped person", async () => {
    const { personId, ...open } = await openPerson();
    const { id } = await post(here, sender, office, randomBytes(6 * 1024 * 1024));
    const stream = await openEvents(there, open);
    await stream.next();
    const { sent, answered } = begin(there, `/v1/messages/${id}/content`, open, "GET");
    sent.end();
    const response = await answered;
    await stop(personId);
    // From now on the other process knows: what has not left it stays there.
    await ended(stream);
    let got = 0;
    response.on("data", (piece: Buffer) => (got += piece.length));
    await new Promise((resolve) => response.once("close", resolve));
    expect(got).toBeLessThan(Number(response.headers["content-length"]));
  });

  it("takes no message whose sender was stopped while it slowly came in", async () => {
    const { personId, ...open } = await openPerson();
    const id = newMessageId(here);
    const { sealed } = seal(here, id, office, sender, randomBytes(100_000));
    const { sent, answered } = begin(here, `/v1/messages/${id}?to=${sender.number}`, open, "PUT", {
      "content-type": "application/pkcs7-mime",
      "content-length": String(sealed.length),
      "content-digest": contentDigest(sealed),
      expect: "100-continue",
    });
    sent.flushHeaders();
    await once(sent, "continue");
    sent.write(sealed.subarray(0, 50_000));
    await here.callExchange(open.client, open.accessToken).listMessages(received);
    await stop(personId);
    here.clock.advance(1);
    sent.end(sealed.subarray(50_000));
    const response = await answered;
    expect(response.statusCode).toBe(401);
    expect((await sender.desk.listMessages(received)).messages).toEqual([]);
  });

  it("ends the streams of a revoked certificate at another, and refuses it on an open connection", async () => {
    const kept = there.callExchange(office.client, office.accessToken);
    await kept.listMessages(received);
    const stream = await openEvents(there, office);
    await stream.next();
    await office.portal.revokeCertificate({
      params: { serial: office.serial },
      body: { reason: "keyCompromise" },
    });
    await ended(stream);
    await expect(kept.listMessages(received)).rejects.toEqual(refused("certificate-revoked"));
  });
});

/** Resolves at the end of a stream, past what it still tells. */
async function ended(stream: EventStream): Promise<void> {
  while (await stream.nextEvent());
}

/** A request whose body a test sends, and whose answer it reads, in its own time. */
function begin(
  center: CenterUnderTest,
  path: string,
  { client, accessToken }: Open,
  method: "GET" | "PUT",
  headers: Record<string, string> = {},
): { readonly sent: ClientRequest; readonly answered: Promise<IncomingMessage> } {
  const sent = request(center.exchangeUrl + path, {
    method,
    agent: false,
    ...tlsOptions({ authority: center.authorities.join("\n"), ...client }),
    headers: { authorization: `Bearer ${accessToken}`, ...headers },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve).once("error", reject);
  });
  return { sent, answered };
}
