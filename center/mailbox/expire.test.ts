import { limits } from "@tsunagi/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { openEvents } from "../testing/events.ts";
import { careManagement, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { post } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";
import { expireUnreceived } from "./expire.ts";

describeOnEachDatabase("what is not received in time", (takePlace) => {
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

  /** The centre's housekeeping as of that many days from now. */
  function expireAfter(days: number): Promise<void> {
    const at = new Date(center.clock.now.getTime() + days * 86_400_000);
    const bell = { ring: () => undefined, onRing: () => () => undefined, close: async () => {} };
    return expireUnreceived({ sql: center.sql as never, clock: () => at, bell });
  }

  it("expires on its day and not before, for both offices, and leaves no bytes", async () => {
    const id = await send();
    const events = await openEvents(center, sender);
    await events.next();
    await expireAfter(limits.expiryDays - 0.01);
    expect((await sender.desk.message({ params: { id } })).station).toBe("accepted");

    await expireAfter(limits.expiryDays);

    for (const office of [sender, receiver]) {
      const { station, stations } = await office.desk.message({ params: { id } });
      expect(station).toBe("expired");
      expect(stations.at(-1)).toMatchObject({ person: null, certificate: null });
    }
    expect(await center.sql`select 1 from message_chunks where message_id = ${id}`).toHaveLength(0);
    const told = await center.sql`select box from events
      where message_id = ${id} and station = 'expired' order by box`;
    expect(told.map(({ box }) => box)).toEqual(["received", "sent"]);
    events.close();
    const params = { id };
    await expect(receiver.desk.download({ params })).rejects.toEqual(refused("message-expired"));
    await expect(sender.desk.cancel({ params })).rejects.toEqual(refused("message-expired"));
    const { messages } = await receiver.desk.listMessages({
      query: { box: "received", waiting: true },
    });
    expect(messages.map((message) => message.id)).not.toContain(id);
  });

  it("does not expire once it was downloaded, refused or taken back", async () => {
    const ids = await Promise.all([send(), send(), send()]);
    const [downloaded, refusedOne, cancelled] = ids;
    await receiver.desk.download({ params: { id: downloaded } });
    await receiver.desk.refuse({ params: { id: refusedOne }, body: { reason: "changed" } });
    await sender.desk.cancel({ params: { id: cancelled } });

    await expireAfter(limits.expiryDays + 1);

    const stations = await Promise.all(
      ids.map(async (id) => (await sender.desk.message({ params: { id } })).station),
    );
    expect(stations).toEqual(["downloaded", "refused", "cancelled"]);
  });
});
