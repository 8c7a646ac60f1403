import { receivingDays } from "@tsunagi/contract/exchange";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  application,
  careManagement,
  homeVisit,
  join,
  type TestOffice,
} from "../testing/offices.ts";
import { post } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";
import { dayAfter, dayInTokyo } from "./days.ts";

describeOnEachDatabase("after the end of a licence", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let other: TestOffice;
  let office: TestOffice;
  const waiting: string[] = [];
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    other = await join(center, careManagement);
    office = await join(center, homeVisit);
    for (let count = 0; count < 2; count += 1) waiting.push(await send(other, office));
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  async function send(from: TestOffice, to: TestOffice): Promise<string> {
    return (await post(center, from, to)).id;
  }

  /** As if the office's licence had ended, without renewal, so many days ago. */
  async function ended(days: number): Promise<string> {
    const until = dayAfter(dayInTokyo(center.clock.now), -days);
    await center.sql`
      update licences set valid_from = ${dayAfter(until, -364)}, valid_until = ${until}, automatic_renewal = false
      where office = ${office.number}`;
    return until;
  }

  const take = (id = "") => office.desk.download({ params: { id } });

  it("nothing is sent or sent to it from the first day on", async () => {
    await ended(0);
    await send(office, other);
    await ended(1);
    await expect(send(office, other)).rejects.toEqual(refused("licence-missing"));
    await expect(send(other, office)).rejects.toEqual(refused("receiver-unlicensed"));
  });

  it("what is there is received for 30 days, and the desk and the portal are told until when", async () => {
    const until = await ended(receivingDays);
    const receivesUntil = dayInTokyo(center.clock.now);

    expect((await take(waiting[0])).length).toBeGreaterThan(0);
    expect(await office.desk.licenceStanding()).toEqual({
      standing: { state: "receiving", until, receivesUntil },
    });
    expect((await office.portal.licence()).licence).toMatchObject({
      state: "receiving",
      receivesUntil,
    });
  });

  it("then it is kept back, unmoved, until the office has a licence again", async () => {
    await ended(receivingDays + 1);
    await expect(take(waiting[1])).rejects.toEqual(refused("receiving-ended"));
    expect(await other.desk.message({ params: { id: waiting[1] ?? "" } })).toMatchObject({
      station: "accepted",
    });
    expect(await office.desk.licenceStanding()).toMatchObject({ standing: { state: "ended" } });

    await office.portal.apply({ body: await application(office) });
    expect((await take(waiting[1])).length).toBeGreaterThan(0);
    expect(await office.desk.licenceStanding()).toMatchObject({ standing: { state: "active" } });
  });
});
