import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openPool } from "../database/pool.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { application, careManagement, openPortal, type PortalOffice } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";
import { renewLicences } from "./renew.ts";

describeOnEachDatabase("the licences", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: PortalOffice;
  let numbers = 0;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
  });
  beforeEach(async () => {
    center.clock.now = new Date("2026-11-22T15:30:00.000Z");
    numbers += 1;
    office = await openPortal(center, { ...careManagement, number: `160000000${numbers}` });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("run for a year from the day of the application in Tokyo, and cost 21,000 yen", async () => {
    expect(await office.portal.licence()).toEqual({ licence: null, renewal: null, history: [] });

    const licence = await office.portal.apply({ body: await application(office) });

    expect(licence).toMatchObject({
      state: "active",
      appliedAt: "2026-11-22T15:30:00.000Z",
      from: "2026-11-23",
      until: "2027-11-22",
      feeYen: 21_000,
      deductionMonth: "2027-01",
      automaticRenewal: true,
    });
    expect(licence.applicationNumber).toMatch(/^20261123-[0-9]{6}$/);
    expect((await office.portal.licence()).licence).toEqual(licence);
  });

  it("are applied for once, also when the form is sent twice at once", async () => {
    const body = await application(office);
    const outcomes = await Promise.allSettled([
      office.portal.apply({ body }),
      office.portal.apply({ body }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(office.portal.apply({ body })).rejects.toEqual(refused("licence-exists"));
  });

  it("need the terms in force and the same address twice", async () => {
    const body = await application(office);
    await expect(
      office.portal.apply({ body: { ...body, termsEdition: "2020-01" } }),
    ).rejects.toEqual(refused("terms-outdated"));
    await expect(
      office.portal.apply({ body: { ...body, emailAgain: "other@example.jp" } }),
    ).rejects.toEqual(refused("email-mismatch"));
    await expect(
      office.portal.apply({ body: { ...body, telephone: "03-1234-5678" } }),
    ).rejects.toMatchObject({
      code: "request-invalid",
      problem: { errors: [{ path: "/telephone", message: "形式が正しくありません" }] },
    });
    expect(await office.portal.licence()).toEqual({ licence: null, renewal: null, history: [] });
  });

  it("tell the terms to anyone, with the rule that an application cannot be taken back", async () => {
    const { sections } = await center.callWeb().terms();
    expect(JSON.stringify(sections)).toContain("取消しはできません");
  });

  it("renew themselves for another year, each year on its own", async () => {
    const licence = await office.portal.apply({ body: await application(office) });
    const sql = openPool(center.databaseUrl, 1);
    const now = new Date("2028-11-22T15:00:00.000Z");
    const later = { sql, clock: () => now };

    expect(await renewLicences(later)).toBe(numbers + 1);
    expect(await renewLicences(later)).toBe(0);
    await sql.end();

    const years = await center.sql`
      select valid_from::text as from, valid_until::text as until, fee_yen, deduction_month
      from licences where office = ${office.number} order by valid_from`;
    expect(years.map(({ from, until }) => [from, until])).toEqual([
      ["2026-11-23", "2027-11-22"],
      ["2027-11-23", "2028-11-22"],
      ["2028-11-23", "2029-11-22"],
    ]);
    expect(years[1]).toMatchObject({ fee_yen: 21_000, deduction_month: "2028-01" });
    const again = await openedAt(new Date("2028-01-01T00:00:00.000Z"));
    expect((await again.licence()).licence).toMatchObject({
      applicationNumber: licence.applicationNumber,
      from: "2027-11-23",
      state: "active",
    });
  });

  it("end when they do not renew, and may then be applied for again", async () => {
    await office.portal.apply({ body: await application(office) });
    await center.sql`update licences set automatic_renewal = false where office = ${office.number}`;
    const portal = await openedAt(new Date("2027-11-22T15:00:00.000Z"));

    expect((await portal.licence()).licence).toMatchObject({
      state: "receiving",
      until: "2027-11-22",
    });
    const again = await portal.apply({ body: await application(office) });
    expect(again).toMatchObject({ state: "active", from: "2027-11-23" });
  });

  async function openedAt(now: Date): Promise<PortalOffice["portal"]> {
    center.clock.now = now;
    const { officeId } = office.letter;
    const body = { officeId, password: "himitsu-2026" };
    const { token } = await center.callWeb().logInOffice({ body });
    return center.callWeb(token);
  }
});
