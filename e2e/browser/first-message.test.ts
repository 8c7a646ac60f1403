import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, type OfficeLetter, startCenter } from "@tsunagi/center";
import { type Engine, openEngine, startDesk } from "@tsunagi/client";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { joinOffice } from "../month/join.ts";
import { careManagement, homeHelp } from "../month/offices.ts";
import { findBarriers, openPage, overflowOf, startChromium, takeScreenshot } from "./chromium.ts";

const sample = (name: string) => join(projectFolder, "samples/month", name);
const planOfUse = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map((kind) =>
  sample(`${kind}_202612_1370000011_43_1370000029_11_20261120100000.CSV`),
);
const withHeaderRow = join(
  projectFolder,
  "samples/broken/header-row/UPPLAN_202612_1370000011_43_1370000029_11_20261120110000.CSV",
);

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
}

describe("the pages: a new office, from its letter to its first message and the answer", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let browser: Browser;
  let letter: OfficeLetter;
  let partner: Engine;
  let partnerPage: Page;
  let portal: Page;
  let desk: Page;
  let person = { id: "", provisional: "" };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-browser-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      log: "silent",
    });
    ends.push(() => center.stop());
    letter = await center.issueOffice(careManagement.office);
    partner = (await joinOffice(center, folder, homeHelp)).engine;
    partner.watch();
    ends.push(() => partner.close());
    const partnerDesk = await startDesk({ engine: partner });
    ends.push(() => partnerDesk.stop());
    browser = await startChromium();
    ends.push(() => browser.close());
    partnerPage = await openPage(browser, partnerDesk.url);
    portal = await openPage(browser, `${center.webUrl}/portal/`);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  async function look(page: Page, name: string): Promise<void> {
    expect(await findBarriers(page)).toEqual([]);
    await takeScreenshot(page, name, folder);
  }

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    for (const [name, page] of Object.entries({ portal, desk, partnerPage })) {
      await (page as Page | undefined)?.screenshot({
        path: join(tmpdir(), `tsunagi-failed-${name}.png`),
      });
    }
  });

  it("says at the portal what is wrong with a password, and which IDs are for agents", async () => {
    await heading(portal, "ログイン");
    await portal.getByLabel("事業所ユーザID").fill(letter.officeId);
    await portal.getByLabel("パスワード", { exact: true }).fill("chigau-2026");
    await portal.getByRole("button", { name: "ログインする" }).click();
    await portal.getByText("IDまたはパスワードが違います。", { exact: false }).first().waitFor();
    await look(portal, "portal-login");

    await portal.getByLabel("事業所ユーザID").fill("HD131370000011");
    await portal.getByRole("button", { name: "ログインする" }).click();
    await portal.getByText("代理請求用のため", { exact: false }).first().waitFor();
  });

  it("has the provisional password changed before anything else", async () => {
    await portal.getByLabel("事業所ユーザID").fill(letter.officeId);
    await portal.getByLabel("パスワード", { exact: true }).fill(letter.provisionalPassword);
    await portal.getByRole("button", { name: "ログインする" }).click();
    const current = portal.getByLabel("いまの仮パスワード", { exact: true });
    await current.fill(letter.provisionalPassword);
    await portal
      .getByLabel("新しいパスワード", { exact: true })
      .fill(careManagement.officePassword);
    const again = portal.getByLabel("新しいパスワード (確認用)", { exact: true });
    if ((await again.count()) > 0) await again.fill(careManagement.officePassword);
    await look(portal, "portal-password");
    await portal.locator("form button[type=submit]").click();
    await portal.getByRole("link", { name: "利用申請へ" }).first().waitFor();
  });

  it("applies in three steps, and says what is missing before it goes on", async () => {
    await portal.getByRole("link", { name: "利用申請へ" }).first().click();
    await heading(portal, "利用申請 (1/3 申請情報入力)");
    await portal.getByRole("button", { name: "利用規約へ進む" }).click();
    await portal.getByRole("region", { name: "入力の確認" }).waitFor();

    await portal.getByLabel("代表者の姓").fill("見本");
    await portal.getByLabel("代表者の名").fill("太郎");
    await portal.getByLabel("担当者の姓").fill("試験");
    await portal.getByLabel("担当者の名").fill("一子");
    await portal.getByLabel("電話番号 (ハイフンなし)").fill("０３－００００－００００");
    await portal.getByLabel("メールアドレス", { exact: true }).fill("shiken@example.jp");
    await portal.getByLabel("メールアドレス (確認用)").fill("shiken@example.jp");
    expect(await portal.getByLabel("電話番号 (ハイフンなし)").inputValue()).toBe("0300000000");
    await look(portal, "portal-application");
    await portal.getByRole("button", { name: "利用規約へ進む" }).click();

    await heading(portal, "利用申請 (2/3 利用規約)");
    await portal.getByRole("checkbox").locator("xpath=ancestor::label").click();
    await look(portal, "portal-terms");
    await portal.getByRole("button", { name: "この内容で申請する" }).click();
    await heading(portal, "利用申請 (3/3 利用申請完了)");
    await portal.getByText("利用申請が正常に完了しております。").first().waitFor();
    await look(portal, "portal-done");
  });

  it("makes the first person, whose password is shown once", async () => {
    await portal.goto(`${center.webUrl}/portal/#/persons/new`);
    await heading(portal, "個人ユーザの追加");
    await portal.getByLabel("姓", { exact: true }).fill("試験");
    await portal.getByLabel("名", { exact: true }).fill("一子");
    await portal.getByRole("button", { name: "追加する" }).click();
    const shown = portal.getByRole("region", { name: "ログインのご案内" });
    await shown.waitFor();
    const values = await shown.locator("dd").allInnerTexts();
    person = {
      id: values.find((value) => /^c[0-9]{9}$/.test(value.trim()))?.trim() ?? "",
      provisional: "",
    };
    const known = new Set([person.id]);
    person.provisional =
      values
        .map((value) => value.trim())
        .find((value) => !known.has(value) && /^[!-~]{8,}$/.test(value)) ?? "";
    expect(person.id).not.toBe("");
    expect(person.provisional).not.toBe("");
    await look(portal, "portal-person");
  });

  it("sets the terminal up and logs in, in two steps", async () => {
    const engine = await openEngine({
      folder: join(folder, "desk"),
      centre: center.exchangeUrl,
      authority: center.authorities.join("\n"),
    });
    ends.push(() => engine.close());
    engine.watch();
    const server = await startDesk({ engine });
    ends.push(() => server.stop());
    desk = await openPage(browser, server.url);

    await heading(desk, "初期設定");
    expect(desk.url()).not.toContain("start=");
    await desk.getByLabel("事業所ユーザID").fill(letter.officeId);
    await desk.getByLabel("パスワード", { exact: true }).fill(careManagement.officePassword);
    await desk.getByLabel("証明書発行用パスワード", { exact: true }).fill(letter.issuePassword);
    await look(desk, "desk-setup");
    await desk.getByRole("button", { name: "電子証明書を入れる" }).click();

    await heading(desk, "ログイン (1/2 個人ユーザ)");
    await desk.getByLabel("個人ユーザID").fill(person.id);
    await desk.getByLabel("パスワード", { exact: true }).fill(person.provisional);
    await desk.getByRole("button", { name: "次へ進む" }).click();
    await desk.getByLabel("新しいパスワード", { exact: true }).fill(careManagement.personPassword);
    const again = desk.getByLabel("新しいパスワード (確認用)", { exact: true });
    if ((await again.count()) > 0) await again.fill(careManagement.personPassword);
    await desk.locator("form button[type=submit]").click();

    await heading(desk, "ログイン (2/2 事業所ユーザ)");
    await look(desk, "desk-login");
    await desk.getByLabel("パスワード", { exact: true }).fill(careManagement.officePassword);
    await desk.getByRole("button", { name: "ログインする" }).click();
    await heading(desk, "受信一覧");
    await desk.getByText("届いたデータはまだありません").waitFor();
    await look(desk, "desk-empty");
  });

  it("shows what is wrong in a file, in place, and holds only that set", async () => {
    await desk.getByRole("link", { name: "送信", exact: true }).first().click();
    await heading(desk, "送信");
    await desk
      .locator("input[type=file]")
      .first()
      .setInputFiles([...planOfUse, withHeaderRow]);
    await desk.getByText("見出し", { exact: false }).first().waitFor();
    await desk.getByText(homeHelp.office.name).first().waitFor();
    await desk.getByRole("button", { name: "1件を送信する" }).waitFor();
    await look(desk, "desk-send");
  });

  it("puts right what is certain: shows it first, does it when told to, and takes it back", async () => {
    await desk.getByRole("button", { name: "直せるところを直す" }).click();
    const dialog = desk.getByRole("alertdialog", { name: "試しに直してみました" });
    await dialog.getByText("見出しの行を取り除きました。").waitFor();
    await look(desk, "desk-mend");
    await dialog.getByRole("button", { name: "このように直す" }).click();
    const done = desk.getByRole("status").filter({ hasText: "確かに直せるところを直しました。" });
    await done.getByText("見出しの行を取り除きました。").waitFor();
    await look(desk, "desk-mended");
    await done.getByRole("button", { name: "直す前に戻す" }).click();
    await desk.getByRole("button", { name: "直せるところを直す" }).waitFor();
  });

  it("sends, and the partner's open page tells of the arrival without a reload", async () => {
    await desk.getByRole("button", { name: "1件を送信する" }).click();
    await partnerPage
      .getByRole("status", { name: "到着のお知らせ" })
      .getByRole("link")
      .first()
      .waitFor();
    const list = partnerPage.getByRole("list", { name: "受信したデータ" });
    await list.getByText(careManagement.office.name).first().waitFor();
    await look(partnerPage, "desk-received");
    await list.getByRole("link").first().click();
    await partnerPage.getByText("UPPLAN_202612", { exact: false }).first().waitFor();
    await look(partnerPage, "desk-message");
  });

  it("shows the sender the way to the receiver's signed receipt, and proves it", async () => {
    await desk.getByRole("link", { name: "送信一覧", exact: true }).first().click();
    await heading(desk, "送信一覧");
    const list = desk.getByRole("list", { name: "送信したデータ" });
    await list.getByText("相手が開封", { exact: false }).first().waitFor();
    await look(desk, "desk-sent");
    await list.getByRole("link").first().click();
    await desk.getByRole("button", { name: "証拠を確かめる" }).click();
    await desk.getByText("送受信の証拠を確かめました。").waitFor();
    await look(desk, "desk-evidence");
  });

  it("fits a narrow screen", async () => {
    for (const [page, name] of [
      [partnerPage, "desk-phone"],
      [portal, "portal-phone"],
    ] as const) {
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await look(page, name);
    }
  });
});
