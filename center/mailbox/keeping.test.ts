import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, openPortal, type PortalOffice } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("how long an office keeps", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: PortalOffice;
  let other: PortalOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { limits: { keepDays: 30 } });
    office = await openPortal(center, careManagement);
    other = await openPortal(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("is what is usual until the office chooses, and again when it takes that back", async () => {
    const usual = { days: 30, chosen: null, usual: 30 };
    expect(await office.portal.keeping()).toEqual(usual);
    const chosen = { days: 90, chosen: 90, usual: 30 };
    expect(await office.portal.chooseKeeping({ body: { days: 90 } })).toEqual(chosen);
    expect(await office.portal.keeping()).toEqual(chosen);
    expect(await other.portal.keeping()).toEqual(usual);
    expect(await office.portal.chooseKeeping({ body: { days: null } })).toEqual(usual);
    expect(await office.portal.keeping()).toEqual(usual);
  });

  it("may be nothing at all, a year at most, and stands in the audit", async () => {
    expect(await office.portal.chooseKeeping({ body: { days: 0 } })).toMatchObject({ days: 0 });
    await office.portal.chooseKeeping({ body: { days: 365 } });
    for (const days of [-1, 366, 1.5]) {
      await expect(office.portal.chooseKeeping({ body: { days } })).rejects.toEqual(
        refused("request-invalid"),
      );
    }
    const acts = await center.sql`
      select subject from audit where act = 'keeping-chosen' order by number desc limit 1`;
    expect(acts).toMatchObject([{ subject: "365" }]);
  });
});
