import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, type OfficeLetter, startCenter } from "@tsunagi/center";
import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { careManagement } from "../month/offices.ts";
import { applyForLicence, changeProvisionalPassword } from "../month/portal.ts";
import { lookAtBothWidths, openPage, startChromium } from "./chromium.ts";

describe("the tab of the licence", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let browser: Browser;
  let letter: OfficeLetter;
  let page: Page;
  let now = new Date("2026-11-23T03:00:00.000Z");

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-licence-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      clock: () => now,
      log: "silent",
    });
    ends.push(() => center.stop());
    letter = await center.issueOffice(careManagement.office);
    await changeProvisionalPassword(center.webUrl, letter, careManagement);
    await applyForLicence(center.webUrl, letter, careManagement);
    browser = await startChromium();
    ends.push(() => browser.close());
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-licence.png") });
  });

  /** The portal, logged in, on a day; centre and browser agree on it. */
  async function onDay(day: string): Promise<void> {
    now = new Date(`${day}T03:00:00.000Z`);
    page = await openPage(browser, "about:blank");
    await page.clock.setFixedTime(now);
    await page.goto(`${center.webUrl}/portal/`);
    await page.getByLabel("事業所ユーザID").fill(letter.officeId);
    await page.getByLabel("パスワード", { exact: true }).fill(careManagement.officePassword);
    await page.getByRole("button", { name: "ログインする" }).click();
    await page.getByRole("heading", { level: 1, name: "ライセンス" }).waitFor();
  }

  const look = (name?: string): Promise<void> => lookAtBothWidths(page, name, folder);

  async function inDatabase(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
    const sql = postgres(center.databaseUrl, { max: 1, onnotice: () => undefined });
    await work(sql);
    await sql.end();
  }

  it("shows the year, what it costs, and lets the office do without the automatic renewal", async () => {
    await onDay("2026-12-01");
    await page.getByRole("heading", { name: "利用できます" }).waitFor();
    await page.getByText("自動では更新しない").click();
    await page.getByRole("button", { name: "この方法にする" }).click();
    await page.getByText("自動では更新しません。").waitFor();
    await page.getByText("令和9年9月24日からできます。", { exact: false }).waitFor();
    await look("portal-licence");
  });

  it("takes the next year by hand, with the terms of then, and says first that there is no way back", async () => {
    await inDatabase(
      (sql) => sql`
      insert into terms (edition, in_force_since, sections, published_at)
      values ('2027-04-01', '2027-04-01',
              '[{"heading": "第1条 この規約について", "paragraphs": ["新しい見本の規約です。"]}]', now())`,
    );
    await onDay("2027-10-01");
    await page.getByText("自動で1年更新する").click();
    await page.getByRole("button", { name: "この方法にする" }).click();
    await page.getByRole("link", { name: "新しい利用規約を読む" }).waitFor();
    await look("portal-renewal-terms");
    await page.getByText("自動では更新しない").click();
    await page.getByRole("button", { name: "この方法にする" }).click();
    await page.getByRole("link", { name: "次の1年を申し込む" }).click();
    await page.getByText("新しい見本の規約です。").waitFor();
    await page.getByText("申し込みの後の取消しやキャンセルはできません。").waitFor();
    await page.getByRole("button", { name: "次の1年を申し込む" }).click();
    await page.getByText("同意の欄に印を付けてください。", { exact: false }).waitFor();
    await page.getByText("利用規約に同意します").click();
    await look("portal-renewal");
    await page.getByRole("button", { name: "次の1年を申し込む" }).click();
    await page.getByText("令和9年11月23日からの1年を申し込み済みです。").waitFor();
  });

  it("says after the end what still goes, until when, and how to go on", async () => {
    await onDay("2028-12-01");
    await page.getByText("送信はできません。").waitFor();
    await page
      .getByText("届いているデータは、令和10年12月22日まで受け取れます。", { exact: false })
      .waitFor();
    await look("portal-licence-ended");
    await page.getByRole("link", { name: "利用申請へ" }).click();
    await page.getByRole("heading", { level: 1, name: "利用申請 (1/3 申請情報入力)" }).waitFor();
  });

  it("says when receiving is over too, and leads back in all the same", async () => {
    await onDay("2029-01-15");
    await page.getByText("送信も受信もできません。").waitFor();
    await page.getByRole("link", { name: "利用申請へ" }).waitFor();
    await look();
  });
});
