import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPool } from "../database/pool.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { openEvents } from "../testing/events.ts";
import { careManagement, homeVisit, join, logIn, type TestOffice } from "../testing/offices.ts";
import { post } from "../testing/parcels.ts";
import { hangBell, ringOnce } from "./bell.ts";

describeOnEachDatabase("the notices", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  async function send(): Promise<string> {
    return (await post(center, sender, receiver)).id;
  }

  it("tell the receiver of an arrival, which then counts as offered, and the sender of that", async () => {
    const atReceiver = await openEvents(center, receiver);
    const atSender = await openEvents(center, sender);
    expect((await atReceiver.next())?.id).toMatch(/^[0-9]+$/);
    await atSender.next();

    const id = await send();

    expect((await atReceiver.nextEvent())?.data).toMatchObject({
      id,
      box: "received",
      station: "accepted",
    });
    const told = [await atSender.nextEvent(), await atSender.nextEvent()];
    expect(told.map((block) => block?.data)).toMatchObject([
      { id, box: "sent", station: "accepted" },
      { id, box: "sent", station: "offered" },
    ]);
    await receiver.desk.refuse({ params: { id }, body: { reason: "changed" } });
    expect((await atReceiver.nextEvent())?.data).toMatchObject({ id, station: "refused" });
    expect((await atSender.nextEvent())?.data).toMatchObject({ id, station: "refused" });
    atReceiver.close();
    atSender.close();
  });

  it("go on after the last event that was seen, and miss none", async () => {
    const first = await openEvents(center, receiver);
    const one = await send();
    const seen = await first.nextEvent();
    expect(seen?.data?.id).toBe(one);
    first.close();
    const missed = [await send(), await send()];

    const again = await openEvents(center, receiver, seen?.id);

    expect((await again.nextEvent())?.data?.id).toBe(missed[0]);
    expect((await again.nextEvent())?.data?.id).toBe(missed[1]);
    again.close();
    await expect(openEvents(center, receiver, "yesterday")).rejects.toThrow("400");
  });

  it("come from another process on the same database, too", async () => {
    const sql = openPool(center.databaseUrl, 2);
    const bell = await hangBell(sql, () => undefined);
    const heard = new Promise<void>((resolve) => bell.onRing("1300000002", resolve));
    await ringOnce(center.sql as never, ["1300000001", "1300000002"]);
    await heard;
    await bell.close();
    await sql.end();
  });

  it("end with the login, and with the person", async () => {
    const { accessToken, desk } = await logIn(center, receiver, receiver, receiver.personId);
    const stream = await openEvents(center, { client: receiver.client, accessToken });
    await stream.next();
    await desk.logOut();
    expect(await stream.nextEvent()).toBeUndefined();

    const session = await logIn(center, receiver, receiver, receiver.personId);
    const second = await openEvents(center, { client: receiver.client, ...session });
    await second.next();
    const params = { personId: receiver.personId };
    await receiver.portal.setPersonActive({ params, body: { active: false } });
    expect(await second.nextEvent()).toBeUndefined();
    await receiver.portal.setPersonActive({ params, body: { active: true } });
  });

  it("end when the certificate is revoked", async () => {
    const stream = await openEvents(center, sender);
    await stream.next();
    await sender.portal.revokeCertificate({
      params: { serial: sender.serial },
      body: { reason: "keyCompromise" },
    });
    expect(await stream.nextEvent()).toBeUndefined();
    await expect(openEvents(center, sender)).rejects.toThrow("403");
  });
});

describeOnEachDatabase("a stream of notices", (takePlace) => {
  it("shows signs of life, finds what no ring told of, and ends when the centre stops", async () => {
    const place = await takePlace();
    const center = await startTestCenter(place, { heartbeatSeconds: 0.05 });
    const office = await join(center, careManagement);
    const stream = await openEvents(center, office);
    await stream.next();
    expect(await stream.next()).toEqual({ comment: true });
    expect(await stream.next()).toEqual({ comment: true });
    const id = randomUUID();
    await center.sql`
      insert into events (office, number, message_id, box, station, at)
      values (${office.number}, nextval('event_numbers'), ${id}, 'sent', 'offered', now())`;
    expect((await stream.nextEvent())?.data).toMatchObject({ id, station: "offered" });

    const stopped = center.stop();

    expect(await stream.nextEvent()).toBeUndefined();
    await stopped;
    await place.remove();
  });
});
