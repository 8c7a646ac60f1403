import { writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openPool, type Sql } from "../../database/pool.ts";
import type { Postman } from "../../notices/postman.ts";
import { importOffices } from "../../register/import-offices.ts";
import { startTestCenter, type TestCenter } from "../../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../../testing/databases.ts";
import { type MailServer, startMailServer } from "../../testing/mail-server.ts";
import { linkIn } from "../../testing/mail-text.ts";
import { careManagement, join, openPortal, type PortalOffice } from "../../testing/offices.ts";
import { runCenterCommand } from "../../testing/process.ts";
import { refused } from "../../testing/refused.ts";
import { reissueOffice } from "../issue-office.ts";
import { makeRecoveryPostman } from "./mail.ts";
import { listLetterRequests } from "./requests.ts";

const newPassword = "atarashii-2026";
const ended = refused("recovery-link-ended");

describeOnEachDatabase("an office that lost its ID or password", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sql: Sql;
  let mail: MailServer;
  let postman: Postman;
  let numbers = 10;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sql = openPool(center.databaseUrl, 4);
    mail = await startMailServer();
    const config = {
      smtpUrl: mail.url,
      from: "renkei@example.jp",
      portalUrl: "https://renkei.example.jp/portal/",
    };
    postman = makeRecoveryPostman({ sql, clock: () => center.clock.now }, config, () => undefined);
  });
  afterAll(async () => {
    postman.close();
    await mail.stop();
    await sql.end({ timeout: 1 });
    await center.stop();
    await place.remove();
  });
  afterEach(() => {
    mail.taken.length = 0;
    mail.refuseWith(undefined);
  });

  const ask = (office: string): Promise<unknown> =>
    center.callWeb().askRecovery({ body: { office } });
  /** With an e-mail address in the register. */
  const openOffice = async (email = "mihon@example.jp"): Promise<PortalOffice> => {
    numbers += 1;
    const office = await openPortal(center, { ...careManagement, number: `13000000${numbers}` });
    await sql`update offices set email = ${email === "" ? null : email} where number = ${office.number}`;
    return office;
  };
  const mailedLink = async (office: PortalOffice): Promise<string> => {
    await ask(office.number);
    expect(await postman.sendDue()).toBe(1);
    return linkIn(mail.taken.at(-1), "recover");
  };

  it("gets a link that shows its ID and takes a new password; what was open ends", async () => {
    const office = await openOffice();
    const { officeId } = office.letter;
    const token = await mailedLink(office);
    expect(mail.taken[0]).toMatchObject({ to: ["mihon@example.jp"] });
    const web = center.callWeb();
    expect(await web.openRecovery({ body: { token } })).toMatchObject({
      officeId,
      office: { number: office.number },
    });
    const { session, issuePassword } = await web.recoverOffice({ body: { token, newPassword } });
    expect(issuePassword).toBeNull();
    expect(await center.callWeb(session?.token).officeAccount()).toMatchObject({
      officeId,
      passwordChangeRequired: false,
    });
    await expect(office.portal.officeAccount()).rejects.toEqual(refused("session-expired"));
    await web.logInOffice({ body: { officeId, password: newPassword } });
  });

  it("is not locked out any more once the link was used", async () => {
    const office = await openOffice();
    const { officeId } = office.letter;
    const wrong = { body: { officeId, password: "chigau-2026" } };
    for (let times = 0; times < 3; times += 1) {
      await expect(center.callWeb().logInOffice(wrong)).rejects.toThrow();
    }
    const right = { body: { officeId, password: newPassword } };
    await expect(center.callWeb().logInOffice(right)).rejects.toEqual(refused("login-locked"));
    const token = await mailedLink(office);
    await center.callWeb().recoverOffice({ body: { token, newPassword } });
    expect((await center.callWeb().logInOffice(right)).passwordChangeRequired).toBe(false);
  });

  it("uses a link once, of several at the same time one, and none after three days", async () => {
    const office = await openOffice();
    const web = center.callWeb();
    const token = await mailedLink(office);
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => web.recoverOffice({ body: { token, newPassword } })),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(web.openRecovery({ body: { token } })).rejects.toEqual(ended);

    const later = await mailedLink(office);
    const weak = { body: { token: later, newPassword: "mijikai" } };
    await expect(web.recoverOffice(weak)).rejects.toEqual(refused("password-too-weak"));
    center.clock.advance(3 * 24 * 60);
    await expect(web.openRecovery({ body: { token: later } })).rejects.toEqual(ended);
    await expect(web.openRecovery({ body: { token: "nani" } })).rejects.toEqual(ended);
  });

  it("is told the same whether it exists or not; IDs of agents are refused with the reason", async () => {
    const office = await openOffice();
    expect(await ask(office.letter.officeId.toLowerCase())).toBeUndefined();
    expect(await ask("9999999999")).toBeUndefined();
    expect(await ask("見本")).toBeUndefined();
    await expect(ask("ＨＤ13000001")).rejects.toEqual(refused("agent-id-refused"));
    expect(await postman.sendDue()).toBe(1);
  });

  it("is mailed three times a day at most", async () => {
    const office = await openOffice();
    for (let times = 0; times < 5; times += 1) await ask(office.number);
    expect(await postman.sendDue()).toBe(3);
    center.clock.advance(24 * 60 + 1);
    await ask(office.number);
    expect(await postman.sendDue()).toBe(1);
  });

  it("is mailed at the address it gave itself rather than at that of the register", async () => {
    const office = await join(center, { ...careManagement, number: "1300000099" });
    await sql`update offices set email = 'furui@example.jp' where number = ${office.number}`;
    await ask(office.number);
    expect(await postman.sendDue()).toBe(1);
    expect(mail.taken[0]?.to).toEqual(["shiken@example.jp"]);
  });

  it("gets its mail later when the mail server says later", async () => {
    const office = await openOffice();
    await ask(office.number);
    mail.refuseWith(451);
    expect(await postman.sendDue()).toBe(0);
    mail.refuseWith(undefined);
    expect(await postman.sendDue()).toBe(1);
    const token = linkIn(mail.taken[0], "recover");
    expect(await center.callWeb().openRecovery({ body: { token } })).toMatchObject({
      officeId: office.letter.officeId,
    });
  });

  it("waits for a letter where no address is known, until one is written", async () => {
    const office = await openOffice("");
    await ask(office.number);
    await ask(office.number);
    expect(await postman.sendDue()).toBe(0);
    const [waiting, ...others] = await listLetterRequests(sql);
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ number: office.number, officeId: office.letter.officeId });
    const said = await runCenterCommand(place, "office", "requests");
    expect(said.stdout).toContain(office.letter.officeId);
    await reissueOffice({ sql, clock: () => center.clock.now }, office.number);
    expect(await listLetterRequests(sql)).toEqual([]);
  });

  it("has no use of links that were mailed before a letter was written", async () => {
    const office = await openOffice();
    const token = await mailedLink(office);
    await reissueOffice({ sql, clock: () => center.clock.now }, office.number);
    await expect(center.callWeb().openRecovery({ body: { token } })).rejects.toEqual(ended);
  });

  it("may be new: its first link shows the password for its certificate, too", async () => {
    const file = path(place.dataFolder, "register.csv");
    writeFileSync(
      file,
      "事業所番号,事業所名,サービス種類,メールアドレス\n1300000901,見本,11,atarashii@example.jp\n1300000902,見本,11,\n",
    );
    await importOffices({ sql, clock: () => center.clock.now }, file, () => undefined);
    const none = await runCenterCommand(place, "office", "issue", "1300000902", "--mail");
    expect(none.stderr).toMatch(/1300000902.*\[address-missing\]/);
    const said = await runCenterCommand(place, "office", "issue", "--all-new", "--mail");
    expect(said).toMatchObject({ code: 0, stderr: "" });
    expect(await postman.sendDue()).toBe(1);
    expect(mail.taken[0]?.to).toEqual(["atarashii@example.jp"]);
    center.clock.advance(15 * 24 * 60);
    await ask("1300000901");
    expect(await postman.sendDue()).toBe(1);
    const token = linkIn(mail.taken[1], "recover");
    const { session, issuePassword } = await center
      .callWeb()
      .recoverOffice({ body: { token, newPassword } });
    expect(session?.office.number).toBe("1300000901");
    expect(issuePassword).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
  });
});
