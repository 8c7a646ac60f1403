import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, type OfficeLetter, startCenter } from "@tsunagi/center";
import { openEngine, startDesk } from "@tsunagi/client";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { joinOffice } from "../month/join.ts";
import { careManagement, homeHelp } from "../month/offices.ts";
import { openPage, startChromium } from "./chromium.ts";
import { linesOf, makePace, personsMinutes } from "./pace.ts";

const product = "tsunagi-0.1.0-setup.exe";
const planOfUse = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map((kind) =>
  join(
    projectFolder,
    `samples/month/${kind}_202612_1370000011_43_1370000029_11_20261120100000.CSV`,
  ),
);
const { officePassword, personPassword } = careManagement;

const heading = (where: Page, name: string): Promise<void> =>
  where.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const button = (where: Page, name: string) => where.getByRole("button", { name, exact: true });
const field = (where: Page, name: string) => where.getByLabel(name, { exact: true });

describe("from nothing to the first message", () => {
  const ends: (() => Promise<unknown>)[] = [];
  const { step, type, press, read, took } = makePace();
  let folder: string;
  let center: Center;
  let browser: Browser;
  let letter: OfficeLetter;
  let page: Page;
  let desk: Page;
  let person = { id: "", provisional: "" };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-ten-minutes-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const downloadsFolder = join(folder, "downloads");
    await mkdir(downloadsFolder);
    await writeFile(join(downloadsFolder, product), Buffer.alloc(1_500_000, 7));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      downloadsFolder,
      log: "silent",
    });
    ends.push(() => center.stop());
    letter = await center.issueOffice(careManagement.office);
    const partner = (await joinOffice(center, folder, homeHelp)).engine;
    partner.watch();
    ends.push(() => partner.close());
    browser = await startChromium();
    ends.push(() => browser.close());
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    for (const [name, one] of Object.entries({ page, desk })) {
      await (one as Page | undefined)?.screenshot({
        path: join(tmpdir(), `tsunagi-failed-${name}.png`),
      });
    }
  });

  /** Follows a link of the start page, whose step may have to be unfolded first. */
  async function follow(title: string, href: string): Promise<void> {
    await page.goto(`${center.webUrl}/site/#/start`);
    await heading(page, "はじめかた");
    const link = page.locator(`main a[href="${href}"]`);
    await page.getByText(title, { exact: true }).first().waitFor();
    if (!(await link.isVisible())) await press(page.getByText(title, { exact: true }).first());
    await press(link);
  }

  it("takes no more than ten minutes, where the operator has the office on file", async () => {
    await step("サポートサイトで確かめる", async () => {
      page = await openPage(browser, center.webUrl);
      await press(page.getByRole("link", { name: "はじめかたを見る" }));
      await heading(page, "はじめかた");
      await page.getByText("センターとつながっています。").waitFor();
      await read(page);
    });

    await step("パスワードを決める", async () => {
      await follow("利用申請をする", "/portal/#/application");
      await heading(page, "ログイン");
      await type(field(page, "事業所ユーザID"), letter.officeId);
      await type(field(page, "パスワード"), letter.provisionalPassword);
      await press(button(page, "ログインする"));
      await type(field(page, "いまの仮パスワード"), letter.provisionalPassword);
      await type(field(page, "新しいパスワード"), officePassword);
      await type(field(page, "新しいパスワード (確認用)"), officePassword);
      await press(page.locator("form button[type=submit]"));
      await page.getByRole("navigation").first().waitFor();
    });

    await step("利用申請をする", async () => {
      await heading(page, "利用申請 (1/3 申請情報入力)");
      await read(page);
      await type(page.getByLabel("代表者の姓"), "見本");
      await type(page.getByLabel("代表者の名"), "太郎");
      await type(page.getByLabel("担当者の姓"), "試験");
      await type(page.getByLabel("担当者の名"), "一子");
      await type(page.getByLabel("電話番号 (ハイフンなし)"), "0300000000");
      await type(field(page, "メールアドレス"), "shiken@example.jp");
      await type(page.getByLabel("メールアドレス (確認用)"), "shiken@example.jp");
      await press(button(page, "利用規約へ進む"));
      await heading(page, "利用申請 (2/3 利用規約)");
      await page.getByText("第9条", { exact: false }).waitFor();
      await read(page);
      await press(page.getByText("利用規約に同意します"));
      await press(button(page, "この内容で申請する"));
      await heading(page, "利用申請 (3/3 利用申請完了)");
    });

    await step("アプリを使う人を登録する", async () => {
      await follow("アプリを使う人を登録する", "/portal/#/persons/new");
      await heading(page, "個人ユーザの追加");
      await type(field(page, "姓"), "試験");
      await type(field(page, "名"), "一子");
      await press(button(page, "追加する"));
      const shown = page.getByRole("region", { name: "ログインのご案内" });
      await shown.waitFor();
      await read(page);
      const values = (await shown.locator("dd").allInnerTexts()).map((value) => value.trim());
      const id = values.find((value) => /^c[0-9]{9}$/.test(value)) ?? "";
      const provisional = values.find((value) => value !== id && /^[!-~]{8,}$/.test(value)) ?? "";
      person = { id, provisional };
    });

    await step("アプリをダウンロードする", async () => {
      await follow("アプリをダウンロードして入れる", "#/downloads");
      await type(field(page, "組織名（必須）"), careManagement.office.name);
      await type(field(page, "介護保険事業所番号（必須）"), careManagement.office.number);
      await press(button(page, "製品ダウンロードに進む"));
      const arriving = page.waitForEvent("download");
      await press(page.getByRole("link", { name: `${product} を保存する` }));
      await (await arriving).saveAs(join(folder, product));
    });

    await step("電子証明書を入れる", async () => {
      desk = await openDesk();
      await heading(desk, "初期設定");
      await read(desk);
      await type(field(desk, "事業所ユーザID"), letter.officeId);
      await type(field(desk, "パスワード"), officePassword);
      await type(field(desk, "証明書発行用パスワード"), letter.issuePassword);
      await press(button(desk, "電子証明書を入れる"));
      await heading(desk, "ログイン (1/2 個人ユーザ)");
    });

    await step("はじめてログインする", async () => {
      await type(desk.getByLabel("個人ユーザID"), person.id);
      await type(field(desk, "パスワード"), person.provisional);
      await press(button(desk, "次へ進む"));
      await type(field(desk, "新しいパスワード"), personPassword);
      await type(field(desk, "新しいパスワード (確認用)"), personPassword);
      await press(desk.locator("form button[type=submit]"));
      await heading(desk, "ログイン (2/2 事業所ユーザ)");
      await type(field(desk, "パスワード"), officePassword);
      await press(button(desk, "ログインする"));
      await heading(desk, "受信一覧");
    });

    await step("はじめてのデータを送る", async () => {
      await press(desk.getByRole("link", { name: "送信", exact: true }).first());
      await heading(desk, "送信");
      await desk.locator("input[type=file]").first().setInputFiles(planOfUse);
      await button(desk, "1件を送信する").waitFor();
      await read(desk);
      await press(button(desk, "1件を送信する"));
      await press(desk.getByRole("link", { name: "送信一覧", exact: true }).first());
      const list = desk.getByRole("list", { name: "送信したデータ" });
      await list.getByText("相手が開封", { exact: false }).first().waitFor();
    });

    for (const line of linesOf(took)) console.log(line);
    expect(personsMinutes(took)).toBeLessThanOrEqual(10);
  });

  /** The app, as it opens after it was installed. */
  async function openDesk(): Promise<Page> {
    const engine = await openEngine({
      folder: join(folder, "desk"),
      centre: center.exchangeUrl,
      authority: center.authorities.join("\n"),
    });
    ends.push(() => engine.close());
    engine.watch();
    const server = await startDesk({ engine });
    ends.push(() => server.stop());
    return openPage(browser, server.url);
  }
});
