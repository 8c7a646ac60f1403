import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import { type Desk, type Engine, openEngine, startDesk } from "@tsunagi/client";
import type { DeskSettings } from "@tsunagi/contract/desk";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { joinOffice } from "../month/join.ts";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths, openPage, startChromium } from "./chromium.ts";
import { press, tabTo, typeInto } from "./keyboard.ts";

const password = "natsu-no-umi-2026";
const { number } = careManagement.office;

describe("the settings at the desk", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let engine: Engine;
  let desk: Desk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-settings-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      helpDesk: {
        telephone: "0120-000-000",
        hours: "平日 9:00から17:00まで (土日祝日を除く)",
        site: "https://renkei.example.jp/site/",
      },
      log: "silent",
    });
    ends.push(() => center.stop());
    ({ engine } = await joinOffice(center, folder, careManagement));
    ends.push(() => engine.close());
    await engine.fetchNow();
    desk = await startDesk({ engine });
    ends.push(() => desk.stop());
    browser = await startChromium();
    ends.push(() => browser.close());
    page = await openPage(browser, desk.url);
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-settings.png"), fullPage: true });
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const card = (name: string) => page.getByRole("region", { name, exact: true });

  const look = (name: string): Promise<void> => lookAtBothWidths(page, `desk-${name}`, folder);

  it("show the office, its certificate, the app, and how to get help", async () => {
    await press(page, "設定");
    await heading("設定");
    await card("事業所").getByText(number).waitFor();
    await card("電子証明書")
      .getByText("のログインのあとに、自動で更新します。", { exact: false })
      .waitFor();
    await card("バックアップ").getByText("まだ取っていません").waitFor();
    const app = card("このアプリ");
    await app.getByText("問題は見つかっていません").waitFor();
    await app.getByText(center.exchangeUrl).waitFor();
    const help = card("困ったとき");
    await help.getByRole("link", { name: "0120-000-000" }).waitFor();
    const site = help.getByRole("link", { name: /^サポートサイトを開く/ });
    expect(await site.getAttribute("href")).toBe("https://renkei.example.jp/site/");
    await look("settings");
  });

  it("give key and certificate out in a file that other programs take in, by keyboard alone", async () => {
    await press(page, "証明書をファイルに取り出す");
    await heading("証明書をファイルに取り出す");
    await press(page, "ファイルに取り出す");
    await page.getByText("2か所、入力の確認をお願いします。").waitFor();
    await typeInto(page, "ファイルのパスワード", "natsu-2026");
    await tabTo(page, "ファイルのパスワード (確認用)");
    await page
      .getByText("12文字以上にしてください。いまは10文字です。", { exact: false })
      .first()
      .waitFor();
    await look("take-out-wrong");

    await page.reload();
    await heading("証明書をファイルに取り出す");
    await typeInto(page, "ファイルのパスワード", password);
    await page.getByText("強いパスワードです。").waitFor();
    await typeInto(page, "ファイルのパスワード (確認用)", password);
    await look("take-out");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      press(page, "ファイルに取り出す"),
    ]);
    await page.getByText(`「tsunagi-${number}.p12」を保存しました。`).waitFor();
    expect(await page.getByLabel("ファイルのパスワード", { exact: true }).inputValue()).toBe("");
    expect(download.suggestedFilename()).toBe(`tsunagi-${number}.p12`);
    await look("taken-out");

    const file = join(folder, "office.p12");
    await download.saveAs(file);
    const read = ["pkcs12", "-in", file, "-passin", `pass:${password}`];
    expect(execFileSync("openssl", [...read, "-nokeys", "-clcerts"]).toString()).toContain(number);
    expect(execFileSync("openssl", [...read, "-nocerts", "-noenc"]).toString()).toContain(
      "PRIVATE KEY",
    );
    const store = join(folder, "nss");
    await mkdir(store);
    execFileSync("certutil", ["-N", "-d", `sql:${store}`, "--empty-password"]);
    execFileSync("pk12util", ["-i", file, "-d", `sql:${store}`, "-W", password]);
    expect(execFileSync("certutil", ["-K", "-d", `sql:${store}`]).toString()).toContain(
      careManagement.office.name,
    );
  });

  it("make a backup where the office wants it, say why where it cannot be, and it opens as it is", async () => {
    await page.getByRole("link", { name: "設定へ" }).click();
    await page.getByRole("link", { name: "バックアップを取る" }).click();
    await heading("バックアップを取る");
    const place = page.getByLabel("バックアップを置く場所");
    const backUp = page.getByRole("button", { name: "バックアップを取る" });
    await place.fill(join(folder, "usb"));
    await backUp.click();
    await page.getByText("その場所が見つかりません。", { exact: false }).waitFor();
    await look("backup-failed");

    const usb = join(folder, "usb");
    await mkdir(usb);
    await place.fill(`"${usb}"`);
    await backUp.click();
    await page.getByText("バックアップを取りました。").waitFor();
    await page.getByText(`「"${usb}"」を「${usb}」に直しました。`).waitFor();
    await look("backup");
    await page.getByRole("link", { name: "設定へ" }).click();
    const [made = ""] = await readdir(usb);
    await card("バックアップ").getByText(made).waitFor();
    const restored = await openEngine({ folder: join(usb, made) });
    expect(restored.state()).toMatchObject({ phase: "person-login", office: { number } });
    await restored.close();
  });

  it("say so when the app does not answer", async () => {
    await page.goto(`${new URL(desk.url).origin}/#/received`);
    await heading("受信一覧");
    await page.route("**/api/settings", (route) => route.abort());
    await page.getByRole("link", { name: "設定" }).click();
    await page.getByText("設定を読み込めませんでした").waitFor();
    await look("settings-failed");
    await page.unroute("**/api/settings");
    await page.getByRole("button", { name: "もう一度試す" }).click();
    await heading("設定");
  });

  it("have a button for the certificate's renewal when it is time, and say why it did not come about", async () => {
    await page.route("**/api/settings", async (route) => {
      const answer = await route.fetch();
      const settings = (await answer.json()) as DeskSettings;
      const certificate = { ...settings.certificate, renewalDue: true };
      await route.fulfill({ json: { ...settings, certificate } });
    });
    await page.reload();
    await page.getByRole("button", { name: "証明書を更新する" }).click();
    await page.getByText("更新できませんでした").waitFor();
    await look("settings-renewal-failed");
  });
});
