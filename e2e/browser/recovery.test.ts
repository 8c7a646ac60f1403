import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MailServer,
  startMailServer,
  type TakenMail,
} from "../../center/testing/mail-server.ts";
import { linkIn } from "../../center/testing/mail-text.ts";
import { runCenterCommand } from "../../center/testing/process.ts";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths, openPage, startChromium } from "./chromium.ts";

describe("a lost ID or password", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let browser: Browser;
  let page: Page;
  let mail: MailServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-recovery-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    mail = await startMailServer();
    ends.push(() => mail.stop());
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      log: "silent",
      mail: {
        smtpUrl: mail.url,
        from: "renkei@example.jp",
        portalUrl: "https://renkei.example.jp/portal/",
        everySeconds: 1,
      },
    });
    ends.push(() => center.stop());
    browser = await startChromium();
    ends.push(() => browser.close());
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

  /** Other mail may come as well: each change of a password is told. */
  async function mailedLink(): Promise<string> {
    return `#/recover/${linkIn(await mail.next(hasLink), "recover")}`;
  }

  const look = (name: string): Promise<void> => lookAtBothWidths(page, `portal-${name}`, folder);

  it("is found again by the link of a mail", async () => {
    const { officeId } = await center.issueOffice(careManagement.office);
    const sql = postgres(center.databaseUrl, { max: 1 });
    await sql`update offices set email = 'mihon@example.jp'`;
    await sql.end();

    page = await openPage(browser, `${center.webUrl}/portal/`);
    await page.getByRole("link", { name: "IDやパスワードが分からないとき" }).click();
    await heading("IDやパスワードが分からないとき");
    await page.getByLabel("事業所番号").fill("HD13000001");
    await page.getByRole("button", { name: "申し込む" }).click();
    await page.getByText("代理請求用のため使えません").first().waitFor();
    await look("lost");
    await page.getByLabel("事業所番号").fill(careManagement.office.number);
    await page.getByRole("button", { name: "申し込む" }).click();
    await heading("申し込みを受け付けました");
    await look("lost-asked");

    const link = await mailedLink();
    await page.goto(`${center.webUrl}/portal/${link}`);
    await page.getByText(officeId).waitFor();
    await look("recover");
    await page.getByLabel("新しいパスワード", { exact: true }).fill("atarashii-2026");
    await page.getByLabel("新しいパスワード (確認用)", { exact: true }).fill("atarashii-2026");
    await page.getByRole("button", { name: "このパスワードにする" }).click();
    await page.getByRole("button", { name: "ログアウト" }).waitFor();

    await page.getByRole("button", { name: "ログアウト" }).click();
    await heading("ログイン");
    await page.goto(`${center.webUrl}/portal/${link}`);
    await page.getByText("このリンクは使えません").waitFor();
    await look("recover-ended");
  });

  it("is not needed by a new office: its first mail leads to ID, password and the one for its certificate", async () => {
    mail.taken.length = 0;
    const file = join(folder, "register.csv");
    await writeFile(
      file,
      "事業所番号,事業所名,サービス種類,メールアドレス\n1300000901,見本訪問介護,訪問介護,atarashii@example.jp\n",
    );
    const place = { dataFolder: join(folder, "center") };
    expect(await runCenterCommand(place, "office", "import", file)).toMatchObject({ code: 0 });
    expect(await runCenterCommand(place, "office", "issue", "--all-new", "--mail")).toMatchObject({
      code: 0,
    });
    const link = await mailedLink();
    await page.goto(`${center.webUrl}/portal/${link}`);
    await page.getByText("KJ131300000901").waitFor();
    await page.getByLabel("新しいパスワード", { exact: true }).fill("atarashii-2026");
    await page.getByLabel("新しいパスワード (確認用)", { exact: true }).fill("atarashii-2026");
    await page.getByRole("button", { name: "このパスワードにする" }).click();
    await heading("パスワードを決めました");
    await look("first-link");
    await page.getByRole("button", { name: "書き留めました。先へ進む" }).click();
    await page.getByRole("button", { name: "ログアウト" }).waitFor();

    const body = { officeId: "KJ131300000901", password: "atarashii-2026" };
    await fetch(`${center.webUrl}/v1/office-sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await page.getByRole("link", { name: "セキュリティ" }).click();
    await page.getByRole("link", { name: "ログイン中の端末を見る" }).click();
    await heading("ログイン中の端末");
    const end = page.getByRole("button", { name: "事業所ユーザのログインを終わらせる" });
    await end.waitFor();
    await look("sessions");
    await end.click();
    await end.waitFor({ state: "detached" });
    await page.getByText("この画面").waitFor();
  });
});

function hasLink(mail: TakenMail): boolean {
  return linkIn(mail, "recover") !== "";
}
