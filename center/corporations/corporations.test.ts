import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join as path } from "node:path";
import type { Caller } from "@tsunagi/contract";
import type { CorporationOffice, ExchangeRoutes } from "@tsunagi/contract/exchange";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  application,
  careManagement,
  dayCare,
  homeVisit,
  join,
  openPortal,
  password,
  type TestOffice,
} from "../testing/offices.ts";
import { type CommandOutcome, runCenterCommand } from "../testing/process.ts";
import { refused } from "../testing/refused.ts";
import type { CorporationLetter } from "./issue-corporation.ts";

const corporation = "8990000000001";
const another = "7990000000002";

describeOnEachDatabase("a corporation", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let joined: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    joined = await join(center, careManagement);
    const applied = await openPortal(center, homeVisit);
    await applied.portal.apply({ body: await application(applied) });
    await center.issueOffice(dayCare);
    await command("add", corporation, "見本福祉会", "--address", "東京都見本区見本町1");
    await command("link", corporation, careManagement.number, homeVisit.number);
    await command("add", another, "べつの会");
    await command("link", another, dayCare.number);
    await open(corporation);
    await open(another);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const run = (...args: readonly string[]): Promise<CommandOutcome> =>
    runCenterCommand(place, "corporation", ...args);
  const command = async (...args: readonly string[]): Promise<string> => {
    const said = await run(...args);
    expect(said).toMatchObject({ code: 0 });
    return said.stdout;
  };
  /** Issues its account, and has it choose a password of its own. */
  const open = async (number: string): Promise<void> => {
    const letter = JSON.parse(await command("issue", number, "--json")) as CorporationLetter;
    const { corporationId, provisionalPassword: currentPassword } = letter;
    const body = { corporationId, password: currentPassword };
    const first = await center.callWeb().logInCorporation({ body });
    expect(first.passwordChangeRequired).toBe(true);
    await center.callWeb(first.token).changeCorporationPassword({
      body: { currentPassword, newPassword: password },
    });
  };
  /** The corporation, logged in. */
  const enter = async (number: string): Promise<Caller<ExchangeRoutes>> => {
    const body = { corporationId: `HJ${number}`, password };
    return center.callWeb((await center.callWeb().logInCorporation({ body })).token);
  };
  const seenBy = async (number: string): Promise<readonly CorporationOffice[]> =>
    (await (await enter(number)).corporationOffices()).offices;

  it("sees how each of its offices stands, and none of others", async () => {
    const [first, second, ...rest] = await seenBy(corporation);
    expect(rest).toEqual([]);
    const certificates = await joined.portal.listCertificates();
    expect(first).toMatchObject({
      office: { number: careManagement.number, name: careManagement.name },
      serviceTypes: ["43"],
      account: "own",
      licence: { state: "active", automaticRenewal: true, feeYen: 21_000 },
      next: null,
      termsWait: false,
      certificateUntil: certificates.certificates[0]?.notAfter,
    });
    expect(second).toMatchObject({
      office: { number: homeVisit.number },
      licence: { state: "active" },
      certificateUntil: null,
    });
    expect(await seenBy(another)).toMatchObject([
      { office: { number: dayCare.number }, account: "provisional", licence: null },
    ]);
  });

  it("sees what is deducted for all of them, month by month", async () => {
    const portal = await enter(corporation);
    const { licence } = await joined.portal.licence();
    const { deductions } = await portal.corporationOffices();
    expect(deductions).toEqual([{ month: licence?.deductionMonth, offices: 2, feeYen: 42_000 }]);
    expect((await (await enter(another)).corporationOffices()).deductions).toEqual([]);
  });

  it("sees licences that have ended, and those that wait for the office to accept new terms", async () => {
    await joined.portal.chooseRenewal({ body: { automatic: false } });
    const { licence } = await joined.portal.licence();
    const until = new Date(`${licence?.until}T00:00:00Z`);
    const before = center.clock.now;
    await center.sql`
      insert into terms (edition, in_force_since, sections, published_at)
      values ('later', ${licence?.until ?? ""}, '[]', ${before})`;
    center.clock.now = new Date(until.getTime() + 86_400_000);
    const [ended, waits] = await seenBy(corporation);
    expect(ended?.licence).toMatchObject({ state: "receiving" });
    expect(waits).toMatchObject({ licence: { state: "active" }, termsWait: true });
    center.clock.now = before;
    await center.sql`delete from terms`;
    await joined.portal.chooseRenewal({ body: { automatic: true } });
  });

  it("is no office: with its login it reads no licence, no messages, no persons, and changes nothing", async () => {
    const portal = await enter(corporation);
    const ended = refused("session-expired");
    await expect(portal.licence()).rejects.toEqual(ended);
    await expect(portal.officeAccount()).rejects.toEqual(ended);
    await expect(portal.listPersons()).rejects.toEqual(ended);
    await expect(portal.listCertificates()).rejects.toEqual(ended);
    await expect(portal.chooseRenewal({ body: { automatic: false } })).rejects.toEqual(ended);
    await expect(joined.portal.corporationOffices()).rejects.toEqual(ended);
    await expect(center.callWeb().corporationOffices()).rejects.toEqual(refused("session-missing"));
  });

  it("sees an office no more once it is unlinked, and one only that no other corporation has", async () => {
    const portal = await enter(corporation);
    const over = await run("link", corporation, dayCare.number);
    expect(over.stderr).toMatch(/1300000003.*\[office-of-another\]/);
    await command("unlink", homeVisit.number);
    expect((await portal.corporationOffices()).offices).toHaveLength(1);
    await command("link", corporation, homeVisit.number);
    expect((await portal.corporationOffices()).offices).toHaveLength(2);
  });

  it("gets its letter, goes no further with its provisional password, and is locked after wrong ones", async () => {
    const file = path(place.dataFolder, "corporation.pdf");
    const said = await command("issue", another, "--again", "--letter", file);
    const letter = execFileSync("pdftotext", ["-layout", file, "-"]).toString();
    expect(letter).toContain("べつの会 御中");
    expect(letter.replaceAll(" ", "")).toContain(`HJ${another}`);
    const [provisional = "", ...others] =
      letter.match(/[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/g) ?? [];
    expect(others).toEqual([]);
    expect(said).not.toContain(provisional);
    const logIn = (typed: string) =>
      center.callWeb().logInCorporation({
        body: { corporationId: `ｈｊ${another}`, password: typed },
      });
    const { token } = await logIn(provisional);
    const portal = center.callWeb(token);
    await expect(portal.corporationOffices()).rejects.toEqual(refused("password-change-required"));
    await portal.logOutCorporation();
    await expect(portal.corporationOffices()).rejects.toEqual(refused("session-expired"));
    await expect(logIn("wrong-1")).rejects.toEqual(refused("login-wrong"));
    await expect(logIn("wrong-2")).rejects.toEqual(refused("login-wrong"));
    await expect(logIn("wrong-3")).rejects.toEqual(refused("login-locked"));
    await expect(logIn(provisional)).rejects.toEqual(refused("login-locked"));
  });

  it("is registered by a number whose check digit is right, and issued one account", async () => {
    const wrong = await run("add", "8990000000002", "見本");
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain("8990000000002");
    expect((await run("link", "6990000000003", dayCare.number)).stderr).toContain(
      "[corporation-unknown]",
    );
    expect((await run("issue", corporation)).stderr).toContain("[corporation-issued]");
    expect((await run("issue", "6990000000003")).stderr).toContain("[corporation-unknown]");
    const list = JSON.parse(await command("list", "--json")) as unknown;
    expect(list).toEqual([
      { number: another, name: "べつの会", offices: 1, issued: true },
      { number: corporation, name: "見本福祉会", offices: 2, issued: true },
    ]);
  });

  it("comes with the register, where its number and name stand beside the office's", async () => {
    const file = path(place.dataFolder, "register.csv");
    const head = "事業所番号,事業所名,サービス種類,法人番号,法人の名称";
    const rows = [
      "1300000101,見本ケア,11,6990000000003,登録の会",
      "1300000102,見本ケア2,11,6990000000004,誤りの会",
      "1300000103,見本ケア3,11,6990000000003,",
      "1300000104,見本ケア4,11,,",
    ];
    writeFileSync(file, [head, ...rows].join("\n"));
    const said = await runCenterCommand(place, "office", "import", file);
    expect(said.stdout).toContain("新しく2件");
    expect(said.stderr).toMatch(/3行目: 法人番号「6990000000004」.*\n4行目: .*法人名も必要です/);
    await open("6990000000003");
    expect(await seenBy("6990000000003")).toMatchObject([
      { office: { number: "1300000101" }, account: "none", licence: null },
    ]);
  });
});
