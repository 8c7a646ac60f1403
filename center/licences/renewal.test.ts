import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openPool, type Sql } from "../database/pool.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { type MailServer, startMailServer, type TakenMail } from "../testing/mail-server.ts";
import { application, careManagement, openPortal, type PortalOffice } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";
import { addCampaign } from "./fees.ts";
import { makeLicencePostman } from "./mail.ts";
import { remindOfTerms, renewLicences } from "./renew.ts";
import { listAcceptances, listTerms, publishTerms } from "./terms.ts";

const sections = [{ heading: "第1条", paragraphs: ["新しい決まりです。"] }];

describeOnEachDatabase("the renewal of a licence", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sql: Sql;
  let server: MailServer;
  let office: PortalOffice;
  let numbers = 0;
  const clock = (): Date => center.clock.now;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sql = openPool(center.databaseUrl, 2);
    server = await startMailServer();
  });
  beforeEach(async () => {
    await sql`truncate terms, campaigns, licences, licence_mails`;
    server.taken.length = 0;
    await goTo("2026-11-23");
    numbers += 1;
    office = await openPortal(center, { ...careManagement, number: `170000000${numbers}` });
    await office.portal.apply({ body: await application(office) });
  });
  afterAll(async () => {
    await server.stop();
    await sql.end();
    await center.stop();
    await place.remove();
  });

  /** Noon in Tokyo, with what is done hourly done. */
  async function goTo(day: string): Promise<void> {
    center.clock.now = new Date(`${day}T03:00:00.000Z`);
    await renewLicences({ sql, clock });
    await remindOfTerms({ sql, clock });
  }

  async function portalOn(on: string): Promise<PortalOffice["portal"]> {
    await goTo(on);
    const { officeId } = office.letter;
    const { token } = await center
      .callWeb()
      .logInOffice({ body: { officeId, password: "himitsu-2026" } });
    return center.callWeb(token);
  }

  async function mails(): Promise<string[]> {
    const from = "renkei@example.jp";
    const config = { smtpUrl: server.url, from, portalUrl: "https://renkei.example.jp/portal/" };
    const postman = makeLicencePostman({ sql, clock }, config, () => undefined);
    await postman.sendDue();
    postman.close();
    return server.taken.splice(0).map(textOf);
  }

  it("tells the contact by mail that the application is complete, what it costs, and that there is no way back", async () => {
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toContain("利用申請が完了しました。");
    expect(mail).toContain("21,000円");
    expect(mail).toContain("取消しはできません");
    expect(await mails()).toEqual([]);
  });

  it("is automatic unless the office says no; then the licence ends", async () => {
    expect((await office.portal.licence()).renewal).toEqual({
      from: "2027-11-23",
      feeYen: 21_000,
      opensOn: "2027-09-24",
      termsToAccept: null,
      done: false,
    });
    const chosen = await office.portal.chooseRenewal({ body: { automatic: false } });
    expect(chosen.licence).toMatchObject({ state: "active", automaticRenewal: false });

    const after = await portalOn("2027-11-23");
    expect(await after.licence()).toMatchObject({ licence: { state: "receiving" }, renewal: null });
    await expect(after.chooseRenewal({ body: { automatic: true } })).rejects.toEqual(
      refused("licence-missing"),
    );
  });

  it("goes by hand from 60 days before the end, once", async () => {
    await office.portal.chooseRenewal({ body: { automatic: false } });
    await mails();
    const body = { termsEdition: "2026-04" };
    const early = await portalOn("2027-09-23");
    await expect(early.renewLicence({ body })).rejects.toEqual(refused("licence-renewal-closed"));

    const open = await portalOn("2027-09-24");
    const { history, renewal } = await open.renewLicence({ body });
    expect(history.map(({ from, until }) => [from, until])).toEqual([
      ["2027-11-23", "2028-11-22"],
      ["2026-11-23", "2027-11-22"],
    ]);
    expect(history[0]).toMatchObject({ deductionMonth: "2027-11" });
    expect(renewal).toMatchObject({ done: true });
    await expect(open.renewLicence({ body })).rejects.toEqual(refused("licence-exists"));
    expect((await mails()).join()).toContain("利用期間を1年更新しました。");

    const { licence } = await (await portalOn("2027-12-01")).licence();
    expect(licence).toMatchObject({
      state: "active",
      until: "2028-11-22",
      automaticRenewal: false,
    });
  });

  it("costs what the campaign of the day says", async () => {
    const at = clock();
    await addCampaign(sql, { from: "2027-11-01", until: "2027-11-30", feeYen: 0, at });
    await addCampaign(sql, { from: "2027-11-01", until: "2027-12-31", feeYen: 9_000, at });

    expect((await office.portal.licence()).renewal).toMatchObject({ feeYen: 0 });
    await addCampaign(sql, { from: "2027-09-24", until: "2027-09-30", feeYen: 15_000, at });
    const byHand = await office.portal.chooseRenewal({ body: { automatic: false } });
    expect(byHand.renewal).toMatchObject({ feeYen: 15_000 });
    await office.portal.chooseRenewal({ body: { automatic: true } });
    const { licence } = await (await portalOn("2027-11-23")).licence();
    expect(licence).toMatchObject({ from: "2027-11-23", feeYen: 0 });
    expect((await (await portalOn("2028-11-23")).licence()).licence).toMatchObject({
      feeYen: 21_000,
    });
  });

  it("waits for the new edition of the terms, of which the contact is told 60 days before", async () => {
    await mails();
    await publishTerms(sql, { from: "2027-04-01", sections, at: clock() });
    expect((await office.portal.licence()).renewal?.termsToAccept).toBe("2027-04-01");
    await goTo("2027-09-24");
    expect((await mails()).join()).toContain("新しくなったため");
    const portal = await portalOn("2027-09-25");
    expect(await mails()).toEqual([]);

    expect(await portal.termsEdition({ params: { edition: "2027-04-01" } })).toMatchObject({
      sections,
    });
    const accepted = await portal.acceptTerms({ body: { edition: "2027-04-01" } });
    expect(accepted.renewal?.termsToAccept).toBeNull();

    const { licence } = await (await portalOn("2027-11-23")).licence();
    expect(licence).toMatchObject({ state: "active", termsEdition: "2027-04-01" });
    expect(await listAcceptances(sql, "2027-04-01")).toEqual([
      {
        office: office.number,
        acceptedAt: new Date("2027-09-25T03:00:00.000Z"),
        applicationNumber: null,
      },
    ]);
    expect((await listTerms(sql)).map(({ edition }) => edition)).toEqual(["2027-04-01", "2026-04"]);
  });

  it("does not come about without it, and the contact is told so", async () => {
    await publishTerms(sql, { from: "2027-04-01", sections, at: clock() });
    const portal = await portalOn("2027-11-22");
    expect((await portal.licence()).licence).toMatchObject({ state: "active" });
    await mails();

    const after = await portalOn("2027-11-23");
    expect((await after.licence()).licence).toMatchObject({ state: "receiving" });
    expect((await mails()).join()).toContain("2027-11-22 に終わりました");
    const body = await application(office);
    expect(body.termsEdition).toBe("2027-04-01");
    expect(await after.apply({ body })).toMatchObject({
      state: "active",
      termsEdition: "2027-04-01",
    });
  });

  it("is never held to terms that change under way: an edition stands, and begins tomorrow at the earliest", async () => {
    const edition = { from: "2027-04-01", sections, at: clock() };
    await publishTerms(sql, edition);
    await expect(publishTerms(sql, edition)).rejects.toMatchObject({ code: "input-invalid" });
    await expect(publishTerms(sql, { ...edition, from: "2026-11-23" })).rejects.toMatchObject({
      code: "input-invalid",
    });
  });
});

/** The text of a mail, which is sent as base64 or as quoted-printable. */
function textOf({ source }: TakenMail): string {
  const end = source.indexOf("\r\n\r\n");
  const body = source.slice(end);
  if (/transfer-encoding: base64/i.test(source.slice(0, end))) {
    return Buffer.from(body, "base64").toString("utf8");
  }
  return decodeURIComponent(
    body.replaceAll("=\r\n", "").replaceAll("%", "%25").replaceAll("=", "%"),
  );
}
