import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  application,
  careManagement,
  dayCare,
  homeVisit,
  openPortal,
  type PortalOffice,
} from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("who has joined", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let elsewhere: PortalOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    for (const office of [careManagement, dayCare]) await joined(office);
    elsewhere = await joined({ ...homeVisit, number: "2700000001", prefecture: "27" });
    // Registered, but it has not applied.
    await openPortal(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  async function joined(office: typeof careManagement): Promise<PortalOffice> {
    const opened = await openPortal(center, office);
    await opened.portal.apply({ body: await application(opened) });
    return opened;
  }

  const names = async (query: { prefecture?: string; serviceType?: string; search?: string }) =>
    (await center.callWeb().members({ query })).offices.map(({ number }) => number);

  it("is counted by prefecture and service type; an office of two services is one office", async () => {
    const counts = await center.callWeb().memberCounts();
    expect(counts.offices).toBe(3);
    expect(counts.prefectures).toEqual([
      { prefecture: "13", offices: 2 },
      { prefecture: "27", offices: 1 },
    ]);
    expect(counts.serviceTypes).toEqual([
      { serviceType: "11", offices: 1 },
      { serviceType: "15", offices: 1 },
      { serviceType: "43", offices: 1 },
      { serviceType: "78", offices: 1 },
    ]);
    expect(counts.cells).toContainEqual({ prefecture: "27", serviceType: "11", offices: 1 });
    expect(counts.cells).toHaveLength(4);
  });

  it("is counted anew after a minute", async () => {
    await joined({ ...homeVisit, number: "2700000002", prefecture: "27" });
    expect((await center.callWeb().memberCounts()).offices).toBe(3);
    center.clock.advance(1);
    expect((await center.callWeb().memberCounts()).offices).toBe(4);
  });

  it("is listed by prefecture, service and name, page by page", async () => {
    expect(await names({ prefecture: "13" })).toEqual(["1300000001", "1300000003"]);
    expect(await names({ serviceType: "78" })).toEqual(["1300000003"]);
    expect(await names({ search: "デイ" })).toEqual(["1300000003"]);
    expect(await names({ search: "27" })).toEqual(["2700000001", "2700000002"]);
    expect(await names({ search: "_" })).toEqual([]);
    const first = await center.callWeb().members({ query: { limit: 3 } });
    expect([first.offices.length, first.more]).toEqual([3, true]);
    const after = first.offices.at(-1)?.number ?? "";
    const rest = await center.callWeb().members({ query: { limit: 3, after } });
    expect([rest.offices.map(({ number }) => number), rest.more]).toEqual([["2700000002"], false]);
  });

  it("does not name an office that does not want it, and counts it all the same", async () => {
    expect(await elsewhere.portal.listing()).toEqual({ named: true });
    expect(await elsewhere.portal.chooseListing({ body: { named: false } })).toEqual({
      named: false,
    });
    expect(await elsewhere.portal.listing()).toEqual({ named: false });
    expect(await names({ prefecture: "27" })).toEqual(["2700000002"]);
    center.clock.advance(1);
    expect((await center.callWeb().memberCounts()).offices).toBe(4);
    expect(
      await center.sql`select act, office, subject from audit where act = 'listing-chosen'`,
    ).toMatchObject([{ office: "2700000001", subject: "unnamed" }]);
    await elsewhere.portal.chooseListing({ body: { named: true } });
    expect(await names({ prefecture: "27" })).toContain("2700000001");
  });

  it("lets only the office itself decide", async () => {
    await expect(center.callWeb().chooseListing({ body: { named: false } })).rejects.toEqual(
      refused("session-missing"),
    );
  });
});
