import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MailServer,
  startMailServer,
  type TakenMail,
} from "../../center/testing/mail-server.ts";
import { linkIn } from "../../center/testing/mail-text.ts";
import { runCenterCommand } from "../../center/testing/process.ts";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths, openPage } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

describe("a lost ID or password", () => {
  let scene: Scene;
  let page: Page;
  let mail: MailServer;

  beforeAll(async () => {
    mail = await startMailServer();
    scene = await setScene("recovery", {
      mail: {
        smtpUrl: mail.url,
        from: "renkei@example.jp",
        portalUrl: "https://renkei.example.jp/portal/",
        everySeconds: 1,
      },
    });
  });
  afterAll(async () => {
    await scene?.end();
    await mail?.stop();
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

  /** Other mail may come as well: each change of a password is told. */
  async function mailedLink(): Promise<string> {
    return `#/recover/${linkIn(await mail.next(hasLink), "recover")}`;
  }

  const look = (name: string): Promise<void> =>
    lookAtBothWidths(page, `portal-${name}`, scene.folder);

  it("is found again by the link of a mail", async () => {
    const { officeId } = await scene.center.issueOffice(careManagement.office);
    const sql = postgres(scene.center.databaseUrl, { max: 1 });
    await sql`update offices set email = 'mihon@example.jp'`;
    await sql.end();

    page = await openPage(scene.browser, `${scene.center.webUrl}/portal/`);
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
    await page.goto(`${scene.center.webUrl}/portal/${link}`);
    await page.getByText(officeId).waitFor();
    await look("recover");
    await page.getByLabel("新しいパスワード", { exact: true }).fill("atarashii-2026");
    await page.getByLabel("新しいパスワード (確認用)", { exact: true }).fill("atarashii-2026");
    await page.getByRole("button", { name: "このパスワードにする" }).click();
    await page.getByRole("button", { name: "ログアウト" }).waitFor();

    await page.getByRole("button", { name: "ログアウト" }).click();
    await heading("ログイン");
    await page.goto(`${scene.center.webUrl}/portal/${link}`);
    await page.getByText("このリンクは使えません").waitFor();
    await look("recover-ended");
  });

  it("is not needed by a new office: its first mail leads to ID, password and the one for its certificate", async () => {
    mail.taken.length = 0;
    const file = join(scene.folder, "register.csv");
    await writeFile(
      file,
      "事業所番号,事業所名,サービス種類,メールアドレス\n1300000901,見本訪問介護,訪問介護,atarashii@example.jp\n",
    );
    const place = { dataFolder: join(scene.folder, "center") };
    expect(await runCenterCommand(place, "office", "import", file)).toMatchObject({ code: 0 });
    expect(await runCenterCommand(place, "office", "issue", "--all-new", "--mail")).toMatchObject({
      code: 0,
    });
    const link = await mailedLink();
    await page.goto(`${scene.center.webUrl}/portal/${link}`);
    await page.getByText("KJ131300000901").waitFor();
    await page.getByLabel("新しいパスワード", { exact: true }).fill("atarashii-2026");
    await page.getByLabel("新しいパスワード (確認用)", { exact: true }).fill("atarashii-2026");
    await page.getByRole("button", { name: "このパスワードにする" }).click();
    await heading("パスワードを決めました");
    await look("first-link");
    await page.getByRole("button", { name: "書き留めました。先へ進む" }).click();
    await page.getByRole("button", { name: "ログアウト" }).waitFor();

    const body = { officeId: "KJ131300000901", password: "atarashii-2026" };
    await fetch(`${scene.center.webUrl}/v1/office-sessions`, {
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
