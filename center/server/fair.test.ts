import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, dayCare, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("an office at full speed", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let loud: TestOffice;
  let quiet: TestOffice;
  let receiver: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    const limits = { requestsAtOnce: 4, officeRequestsAtOnce: 3, officeRequestsWaiting: 40 };
    center = await startTestCenter(place, { limits });
    loud = await join(center, careManagement);
    quiet = await join(center, dayCare);
    receiver = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("keeps no place from the others, though nothing of it comes to an end", async () => {
    const ids = Array.from({ length: 20 }, () => newMessageId(center));
    for (const id of ids) {
      const { sealed } = seal(center, id, loud, receiver);
      await loud.desk.send(sending(id, receiver.number, sealed));
    }
    let asked: Promise<unknown>[] = [];
    await center.sql.begin(async (holder) => {
      // Whatever changes a message of the loud office waits until this is over.
      await holder`select lock_mailboxes(${loud.number})`;
      asked = ids.map((id) => loud.desk.cancel({ params: { id } }));
      await waiting(3);
      for (let time = 0; time < 10; time += 1)
        await quiet.desk.listMessages({ query: { box: "sent" } });
      expect(await waiting(3)).toBe(3);
    });
    expect(await Promise.all(asked)).toHaveLength(20);
  });

  /** How many statements wait for the box, once there are so many. */
  async function waiting(least: number): Promise<number> {
    for (;;) {
      const [row] = await center.sql<[{ count: number }]>`
        select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      if (row.count >= least) return row.count;
    }
  }
});

describeOnEachDatabase("requests a minute", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  beforeAll(async () => {
    place = await takePlace();
    const limits = { officeRequestsPerMinute: 40, addressRequestsPerMinute: 60 };
    center = await startTestCenter(place, { limits });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("are counted for each office, wherever they come from", async () => {
    const one = await join(center, careManagement);
    const other = await join(center, homeVisit);
    const ask = () => one.desk.listMessages({ query: { box: "sent" } });
    const answers = await Promise.allSettled(Array.from({ length: 41 }, ask));
    expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
    await expect(ask()).rejects.toEqual(refused("too-many-requests"));
    await expect(ask()).rejects.toMatchObject({ problem: { status: 429 } });
    await expect(other.desk.listMessages({ query: { box: "sent" } })).resolves.toBeDefined();
  });

  it("are counted for each address where nobody says who asks", async () => {
    const url = `${center.webUrl}/v1/limits`;
    const answers = await Promise.all(Array.from({ length: 61 }, () => fetch(url)));
    const over = answers.find(({ status }) => status === 429);
    expect(Number(over?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
