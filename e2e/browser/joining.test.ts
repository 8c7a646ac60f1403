import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Center, OfficeLetter } from "@tsunagi/center";
import { openEngine, startDesk } from "@tsunagi/client";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { careManagement, homeHelp } from "../month/offices.ts";
import { openPage } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

const product = "tsunagi-0.1.0-setup.exe";
const planOfUse = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map((kind) =>
  join(
    projectFolder,
    `samples/month/${kind}_202612_1370000011_43_1370000029_11_20261120100000.CSV`,
  ),
);

/** A new office does what the checklist says, going from page to page by its links alone, with its letter at hand. */
describe("a new office, from the support site's first page to its first sent message", () => {
  const ends: (() => Promise<unknown>)[] = [];
  const minutes: string[] = [];
  let begun = 0;
  let scene: Scene;
  let center: Center;
  let letter: OfficeLetter;
  let page: Page;
  let desk: Page;
  const person = { id: "", password: "" };

  beforeAll(async () => {
    scene = await setScene("joining");
    ({ center } = scene);
    ends.push(() => scene.end());
    const downloads = join(scene.folder, "center/downloads");
    await mkdir(downloads);
    await writeFile(join(downloads, product), "made up");
    letter = await center.issueOffice(careManagement.office);
    await scene.join(homeHelp);
    page = await openPage(scene.browser, center.webUrl);
  });

  beforeEach(() => {
    begun = performance.now();
  });

  afterEach(async ({ task }) => {
    minutes.push(`${((performance.now() - begun) / 60_000).toFixed(2)} ${task.name}`);
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-joining.png") });
    await desk?.screenshot({ path: join(tmpdir(), "tsunagi-failed-joining-desk.png") });
  });

  afterAll(async () => {
    console.log(`minutes, by a machine that reads nothing:\n${minutes.join("\n")}`);
    for (const end of ends.reverse()) await end();
  });

  /** Unfolds a step of the checklist, where it is not unfolded. */
  async function openStep(title: string): Promise<void> {
    await page.goto(`${center.webUrl}/site/#/start`);
    await page.reload();
    const step = page.locator("details").filter({ hasText: title });
    if (!(await step.evaluate((element) => element.hasAttribute("open")))) {
      await step.locator("summary").click();
    }
  }

  /** Marks a step as done, which unfolds nothing by itself. */
  async function markDone(number: number): Promise<void> {
    await page.getByText(`${number}. 済みました`).click();
  }

  it("checks terminal, software and ID", async () => {
    await page.getByRole("link", { name: "はじめかたを見る" }).click();
    await page.getByText("センターとつながっています。").waitFor();
    await markDone(1);
    await openStep("介護ソフトが対応しているか確かめる");
    await markDone(2);
    await openStep("KJから始まるIDを用意する");
    await page.getByLabel("お手もとのID").fill(letter.officeId);
    await page.getByText("事業所ユーザIDの形です。").waitFor();
    await markDone(3);
  });

  it("chooses its own password and applies", async () => {
    await openStep("利用申請をする");
    await page.getByRole("link", { name: "利用申請へ進む" }).click();
    await page.getByLabel("事業所ユーザID").fill(letter.officeId);
    await page.getByLabel("パスワード", { exact: true }).fill(letter.provisionalPassword);
    await page.getByRole("button", { name: "ログインする" }).click();
    await page.getByLabel("いまの仮パスワード", { exact: true }).fill(letter.provisionalPassword);
    for (const label of ["新しいパスワード", "新しいパスワード (確認用)"]) {
      const field = page.getByLabel(label, { exact: true });
      if ((await field.count()) > 0) await field.fill(careManagement.officePassword);
    }
    await page.locator("form button[type=submit]").click();
    await page.getByLabel("代表者の姓").fill("見本");
    await page.getByLabel("代表者の名").fill("太郎");
    await page.getByLabel("担当者の姓").fill("試験");
    await page.getByLabel("担当者の名").fill("一子");
    await page.getByLabel("電話番号 (ハイフンなし)").fill("0300000000");
    await page.getByLabel("メールアドレス", { exact: true }).fill("shiken@example.jp");
    await page.getByLabel("メールアドレス (確認用)").fill("shiken@example.jp");
    await page.getByRole("button", { name: "利用規約へ進む" }).click();
    await page.getByRole("checkbox").locator("xpath=ancestor::label").click();
    await page.getByRole("button", { name: "この内容で申請する" }).click();
    await page.getByText("利用申請が正常に完了しております。").first().waitFor();
  });

  it("adds who will use the app", async () => {
    await openStep("アプリを使う人を登録する");
    await page.getByRole("link", { name: "個人ユーザを追加する" }).click();
    await page.getByLabel("姓", { exact: true }).fill("試験");
    await page.getByLabel("名", { exact: true }).fill("一子");
    await page.getByRole("button", { name: "追加する" }).click();
    const shown = page.getByRole("region", { name: "ログインのご案内" }).locator("dd");
    await shown.first().waitFor();
    const values = (await shown.allTextContents()).map((value) => value.trim());
    person.id = values.find((value) => /^c[0-9]{9}$/.test(value)) ?? "";
    person.password =
      values.find((value) => value !== person.id && /^[!-~]{8,}$/.test(value)) ?? "";
    expect([person.id, person.password]).not.toContain("");
  });

  it("downloads the app", async () => {
    await openStep("アプリをダウンロードして入れる");
    await page.getByRole("link", { name: "製品ダウンロードへ" }).click();
    await page.getByLabel("組織名（必須）").fill(careManagement.office.name);
    await page.getByLabel("介護保険事業所番号（必須）").fill(careManagement.office.number);
    await page.getByRole("button", { name: "製品ダウンロードに進む" }).click();
    const arriving = page.waitForEvent("download");
    await page.getByRole("link", { name: `${product} を保存する` }).click();
    expect((await arriving).suggestedFilename()).toBe(product);
  });

  it("sets the app up with its certificate, and logs in in two steps", async () => {
    const engine = await openEngine({
      folder: join(scene.folder, "desk"),
      centre: center.exchangeUrl,
      authority: center.authorities.join("\n"),
    });
    ends.push(() => engine.close());
    engine.watch();
    const server = await startDesk({ engine });
    ends.push(() => server.stop());
    desk = await openPage(scene.browser, server.url);
    await desk.getByLabel("事業所ユーザID").fill(letter.officeId);
    await desk.getByLabel("パスワード", { exact: true }).fill(careManagement.officePassword);
    await desk.getByLabel("証明書発行用パスワード", { exact: true }).fill(letter.issuePassword);
    await desk.getByRole("button", { name: "電子証明書を入れる" }).click();
    await desk.getByLabel("個人ユーザID").fill(person.id);
    await desk.getByLabel("パスワード", { exact: true }).fill(person.password);
    await desk.getByRole("button", { name: "次へ進む" }).click();
    for (const label of ["新しいパスワード", "新しいパスワード (確認用)"]) {
      await desk.getByLabel("新しいパスワード", { exact: true }).waitFor();
      const field = desk.getByLabel(label, { exact: true });
      if ((await field.count()) > 0) await field.fill(careManagement.personPassword);
    }
    await desk.locator("form button[type=submit]").click();
    await desk.getByRole("heading", { level: 1, name: "ログイン (2/2 事業所ユーザ)" }).waitFor();
    await desk.getByLabel("パスワード", { exact: true }).fill(careManagement.officePassword);
    await desk.getByRole("button", { name: "ログインする" }).click();
    await desk.getByText("届いたデータはまだありません").waitFor();
  });

  it("sends its first message, and has done all the steps", async () => {
    await desk.getByRole("link", { name: "送信", exact: true }).first().click();
    await desk.locator("input[type=file]").first().setInputFiles(planOfUse);
    await desk.getByRole("button", { name: "1件を送信する" }).click();
    await desk.getByRole("link", { name: "送信一覧", exact: true }).first().click();
    const sent = desk.getByRole("list", { name: "送信したデータ" });
    await sent.getByText(homeHelp.office.name).first().waitFor();

    await openStep("はじめてのデータを送る");
    for (const number of [4, 5, 6, 7, 8, 9]) {
      const step = page.locator("details").filter({ hasText: `${number}. 済みました` });
      if (!(await step.evaluate((element) => element.hasAttribute("open")))) {
        await step.locator("summary").click();
      }
      await markDone(number);
    }
    await page.getByText("すべて済みました。").waitFor();
    await page.goto(`${center.webUrl}/site/#/members`);
    await page.getByText(careManagement.office.name).waitFor();
  });
});
