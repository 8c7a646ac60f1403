import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEngine, startDesk } from "@tsunagi/client";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCenterCommand } from "../../center/testing/process.ts";
import { fillSupportSite } from "../demo/fill-support-site.ts";
import type { JoinedOffice } from "../month/desk.ts";
import { careManagement } from "../month/offices.ts";
import { changeProvisionalPassword } from "../month/portal.ts";
import { type AddressShape, addressShapes, hasShape } from "./addresses.ts";
import { answeredPlan } from "./answered-plan.ts";
import { findBarriers, openPage, overflowOf, widths } from "./chromium.ts";
import { crawl, settle } from "./crawl.ts";
import { findCutOff } from "./cut-off.ts";
import { type Scene, setScene } from "./scene.ts";

/** With a folder named there, a picture of every page in both widths is put into it. */
const pictures = process.env["TSUNAGI_ALL_PAGES"];
const corporation = "8990000000001";

type Site = "site" | "portal" | "desk";

/** Goes where links lead, so that a new page is looked at too; what no link leads to fails the test. */
describe("every page of every site, at both widths", () => {
  let scene: Scene;
  let place: string;
  let planner: JoinedOffice;
  let provider: JoinedOffice;
  let page: Page;
  let troubles: string[] = [];
  const left = new Map<Site, readonly AddressShape[]>();

  beforeAll(async () => {
    scene = await setScene("all-pages");
    if (pictures) await mkdir(pictures, { recursive: true });
    place = join(scene.folder, "center");
    await mkdir(join(place, "downloads"));
    await writeFile(join(place, "downloads/tsunagi-0.1.0-setup.exe"), "made up");
    await fillSupportSite(place);
    const plan = answeredPlan();
    planner = await scene.join(plan.planner);
    provider = await scene.join(plan.provider);
    await planner.engine.sendFiles(plan.first);
    await planner.engine.sendNow();
    await provider.engine.fetchNow();
    await provider.engine.sendFiles(plan.results);
    await provider.engine.sendNow();
    await planner.engine.fetchNow();
    for (const file of plan.second) await planner.engine.tray.put(file);
  });

  afterAll(() => scene?.end());

  afterEach(async ({ task }) => {
    troubles = [];
    if (task.result?.state !== "fail") return;
    await page?.screenshot({ path: join(tmpdir(), "tsunagi-failed-all-pages.png") });
  });

  /** At both widths: axe finds nothing, the page does not scroll to the side, and nothing is cut off. */
  async function look(name: string): Promise<void> {
    for (const [ending, size] of widths) {
      await page.setViewportSize(size);
      await settle(page);
      const over = await overflowOf(page);
      const found = [
        ...(await findBarriers(page)),
        ...(await findCutOff(page)).map((what) => `cut off: ${what}`),
        ...(over > 0 ? [`${over} px wider than the window`] : []),
      ];
      troubles.push(...found.map((one) => `${name}${ending}: ${one}`));
      if (pictures) {
        await page.screenshot({ path: join(pictures, `${name}${ending}.png`), fullPage: true });
      }
    }
    await page.setViewportSize(widths[0][1]);
  }

  /** Looks at every page that links lead to, and remembers which addresses of the site's code were none of them yet. */
  async function tour(
    site: Site,
    name: string,
    begin: readonly string[],
    within?: readonly string[],
  ): Promise<void> {
    const way = { begin, ...(within && { within }) };
    const visited = await crawl(page, way, async (where) => {
      await look([name, ...where.map((part) => (/[0-9]{4,}/.test(part) ? "x" : part))].join("-"));
    });
    const shapes = left.get(site) ?? addressShapes(site);
    left.set(
      site,
      shapes.filter((shape) => !visited.some((where) => hasShape(where, shape))),
    );
  }

  it("of the support site, and the one that checks files", async () => {
    page = await openPage(scene.browser, scene.center.webUrl);
    await tour("site", "site", ["#/"]);
    expect(left.get("site")).toEqual([]);
    await page.goto(`${scene.center.webUrl}/check/`);
    await look("check");
    expect(troubles).toEqual([]);
  });

  it("of the portal: before the login, of an office with its licence, and of one that has not applied", async () => {
    page = await openPage(scene.browser, `${scene.center.webUrl}/portal/`);
    await tour("portal", "portal-out", ["#/", "#/lost", "#/recover/none"]);
    await logIn(planner.letter.officeId, planner.who.officePassword);
    await tour("portal", "portal", [
      "#/",
      "#/licence/renewal",
      "#/licence/terms",
      "#/security/address",
      "#/security/address-set",
      "#/security/address/off",
      "#/security/app/off",
      "#/security/recovery-codes",
    ]);
    await logOut();

    const letter = await scene.center.issueOffice(careManagement.office);
    await logIn(letter.officeId, letter.provisionalPassword);
    await look("portal-first-password");
    await logOut();
    await changeProvisionalPassword(scene.center.webUrl, letter, careManagement);
    await logIn(letter.officeId, careManagement.officePassword);
    await tour("portal", "portal-new", ["#/"], ["application"]);
    await page.evaluate("location.hash = '#/application'");
    await fillApplication();
    await page.getByRole("button", { name: "利用規約へ進む" }).click();
    await tour("portal", "portal-new", ["#/application/terms"], ["application"]);
    await page.evaluate("location.hash = '#/application/terms'");
    await page.getByText("利用規約に同意します").click();
    await page.getByRole("button", { name: "この内容で申請する" }).click();
    await page.getByText("利用申請が正常に完了しております。").first().waitFor();
    await look("portal-new-done");
    expect(left.get("portal")).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("of the portal of a corporation", async () => {
    await operate("add", corporation, "社会福祉法人見本会");
    await operate("link", corporation, planner.who.office.number, provider.who.office.number);
    const issued = JSON.parse(await operate("issue", corporation, "--json")) as {
      corporationId: string;
      provisionalPassword: string;
    };
    page = await openPage(scene.browser, `${scene.center.webUrl}/portal/`);
    await logIn(issued.corporationId, issued.provisionalPassword);
    await look("portal-corporation-first-password");
    await page.getByLabel("いまの仮パスワード", { exact: true }).fill(issued.provisionalPassword);
    for (const label of ["新しいパスワード", "新しいパスワード (確認用)"]) {
      await page.getByLabel(label, { exact: true }).fill("houjin-2026");
    }
    await page.getByRole("button", { name: "パスワードを変更する" }).click();
    await page.getByRole("heading", { level: 1, name: "事業所の利用状況" }).waitFor();
    await look("portal-corporation");
    expect(troubles).toEqual([]);
  });

  it("of the desks of a care manager and of a service office", async () => {
    page = await scene.openDesk(provider);
    await tour("desk", "desk-provider", ["#/results"], ["results"]);
    page = await scene.openDesk(planner);
    await tour("desk", "desk", ["#/received"]);
    await page.evaluate("location.hash = '#/plans/202612/take-over'");
    await page
      .getByRole("button", { name: /取り込む$/ })
      .first()
      .click();
    await page.getByText("取り込みました", { exact: false }).first().waitFor();
    await tour("desk", "desk-taken-over", ["#/plans"], ["plans"]);
    expect(left.get("desk")).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("of a desk that is set up, and logged in at", async () => {
    const { center, folder, browser } = scene;
    const engine = await openEngine({
      folder: join(folder, "new-desk"),
      centre: center.exchangeUrl,
      authority: center.authorities.join("\n"),
    });
    const served = await startDesk({ engine });
    page = await openPage(browser, served.url);
    await look("desk-setup");
    await served.stop();
    await engine.close();

    await planner.engine.logOut();
    page = await scene.openDesk(planner);
    await look("desk-person-login");
    const { personId, who } = planner;
    await planner.engine.logInPerson({ personId, password: who.personPassword });
    await page.reload();
    await page.getByRole("heading", { level: 1, name: /2\/2/ }).waitFor();
    await look("desk-office-login");
    expect(troubles).toEqual([]);
  });

  async function operate(...args: readonly string[]): Promise<string> {
    const said = await runCenterCommand({ dataFolder: place }, "corporation", ...args);
    expect(said.stderr).toBe("");
    return said.stdout;
  }

  async function logIn(id: string, password: string): Promise<void> {
    await page.goto(`${scene.center.webUrl}/portal/#/`);
    await page.getByLabel("事業所ユーザID").fill(id);
    await page.getByLabel("パスワード", { exact: true }).fill(password);
    await page.getByRole("button", { name: "ログインする" }).click();
    await page.getByRole("button", { name: "ログアウト" }).waitFor();
  }

  async function fillApplication(): Promise<void> {
    const typed = {
      代表者の姓: "見本",
      代表者の名: "太郎",
      担当者の姓: "試験",
      担当者の名: "一子",
      "電話番号 (ハイフンなし)": "0300000000",
      メールアドレス: "shiken@example.jp",
      "メールアドレス (確認用)": "shiken@example.jp",
    };
    for (const [label, text] of Object.entries(typed)) {
      await page.getByLabel(label, { exact: true }).fill(text);
    }
  }

  async function logOut(): Promise<void> {
    await page.getByRole("button", { name: "ログアウト" }).click();
    await page.getByText("ログアウトしました。").waitFor();
  }
});
