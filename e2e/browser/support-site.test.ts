import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCenterCommand } from "../../center/testing/process.ts";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { careManagement } from "../month/offices.ts";
import { applyForLicence, changeProvisionalPassword } from "../month/portal.ts";
import { findBarriers, lookAtBothWidths, openPage, startChromium } from "./chromium.ts";

const product = "tsunagi-0.1.0-setup.exe";

describe("the support site", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let browser: Browser;
  let page: Page;

  const command = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCenterCommand(
      { dataFolder: join(folder, "center") },
      ...args,
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    return stdout;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-support-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const downloadsFolder = join(folder, "downloads");
    await mkdir(downloadsFolder);
    await writeFile(join(downloadsFolder, product), Buffer.alloc(1_500_000, 7));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      downloadsFolder,
      helpDesk: { telephone: "0120-000-000", hours: "平日 9:00から17:00まで (土日祝日を除く)" },
      log: "silent",
    });
    ends.push(() => center.stop());
    const letter = await center.issueOffice(careManagement.office);
    await changeProvisionalPassword(center.webUrl, letter, careManagement);
    await applyForLicence(center.webUrl, letter, careManagement);
    await manyOffices();
    browser = await startChromium();
    ends.push(() => browser.close());
    page = await openPage(browser, center.webUrl);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-support.png") });
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

  async function go(link: string, title: string): Promise<void> {
    await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
    await heading(title);
  }

  const look = (name: string): Promise<void> => lookAtBothWidths(page, `site-${name}`, folder);

  it("is where the centre's address leads, and leads beginners on", async () => {
    expect(page.url()).toContain("/site/");
    await page.getByText("いまお知らせはありません。").waitFor();
    await command(
      "news",
      "add",
      "--title",
      "点検のお知らせ",
      "--text",
      "12月1日の夜に止まります。\n送信は、終わってから自動で送られます。",
    );
    await page.reload();
    await page.getByText("12月1日の夜に止まります。").waitFor();
    await page.getByRole("link", { name: "0120-000-000" }).waitFor();
    await look("home");
    await page.getByRole("link", { name: "はじめかたを見る" }).click();
    await heading("はじめかた");
  });

  it("looks at the terminal by itself, and knows an ID by its form", async () => {
    const checks = page.getByRole("region", { name: "この端末の確認" });
    await checks.getByText("センターとつながっています。").waitFor();
    await checks.getByText("時計は合っています。").waitFor();
    await checks.getByText("西暦になっています。").waitFor();
    await page.getByText("KJから始まるIDを用意する").click();
    const id = page.getByLabel("お手もとのID");
    await id.fill("HD121234567890");
    await page.getByText("このIDは使えません。").waitFor();
    await id.fill("c123456789");
    await page.getByText("個人ユーザIDです。").waitFor();
    await id.fill("KJ1212A3456789");
    await page.getByText("千葉県、事業所番号").waitFor();
    await look("start");
  });

  it("says so where the clock is wrong and the centre is away", async () => {
    const other = await browser.newContext({ locale: "ja-JP" });
    const wrong = await other.newPage();
    await wrong.clock.install({ time: new Date(Date.now() - 3 * 3_600_000) });
    await wrong.goto(`${center.webUrl}/site/#/start`);
    await wrong.getByText("時計が3時間ほど遅れています。", { exact: false }).waitFor();
    await wrong.route("**/v1/health", (route) => route.abort());
    await wrong.getByRole("button", { name: "もう一度確かめる" }).click();
    await wrong.getByText("センターから返事がありません。", { exact: false }).waitFor();
    expect(await findBarriers(wrong)).toEqual([]);
    await other.close();
  });

  it("remembers how far one is, on the first page too", async () => {
    await page.getByText("1. 済みました").click();
    await page.getByText("3. 済みました").click();
    await page.getByText("9のうち2が済みました").waitFor();
    await page.reload();
    await page.getByText("9のうち2が済みました").waitFor();
    await go("トップ", "ケアプランのやり取りを、データで");
    await page.getByText("9の手順のうち、2が済んでいます。").waitFor();
  });

  it("gives out the product with what proves it, once one has said for which office", async () => {
    await go("ダウンロード", "製品ダウンロード");
    await page.getByRole("button", { name: "製品ダウンロードに進む" }).click();
    await page.getByText("2か所、入力の確認をお願いします。").waitFor();
    await look("downloads-form");
    await page.getByLabel("組織名（必須）").fill("試験介護支援事業所");
    await page.getByLabel("介護保険事業所番号（必須）").fill("１２Ａ３４５６７８９");
    await page.getByRole("button", { name: "製品ダウンロードに進む" }).click();
    await page.getByText("お申し込みを受け付けました。").waitFor();
    await page.getByText("ファイルが本物かを確かめるには").click();
    await look("downloads");
    const arriving = page.waitForEvent("download");
    await page.getByRole("link", { name: `${product} を保存する` }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe(product);
    await download.saveAs(join(folder, "saved.exe"));
    expect(await command("download", "list")).toContain("12A3456789\t1回\t試験介護支援事業所");
  });

  it("lists care software, which is searched and narrowed", async () => {
    await go("介護ソフト", "介護ソフト一覧");
    await page.getByText("一覧は準備中です").waitFor();
    await look("software-empty");
    await command("software", "load", join(projectFolder, "e2e/demo/care-software.csv"));
    await page.reload();
    await page.getByText("6件のうち6件").waitFor();
    await look("software");
    await page.getByText("計画表（1,2表）").first().click();
    await page.getByText("6件のうち3件").waitFor();
    await page.getByLabel("介護ソフト名・会社名でさがす").fill("試験情報");
    await page.getByRole("row", { name: /居宅プランナー（見本）/ }).waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
  });

  it("shows who has joined on a map, in tables and by name", async () => {
    await go("参加事業所", "参加事業所");
    await page.getByRole("button", { name: /^東京/ }).waitFor();
    await look("members");
    await page.getByRole("button", { name: /^大阪/ }).click();
    expect(await page.getByLabel("都道府県", { exact: true }).inputValue()).toBe("27");
    await page.getByRole("status").getByText("大阪府", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^大阪/ }).press("Enter");
    await page.getByLabel("事業所名か事業所番号").fill(careManagement.office.name);
    const list = page.getByRole("list", { name: "参加事業所" });
    await list.getByText(careManagement.office.name).waitFor();
    expect(await list.getByRole("listitem").count()).toBe(1);
  });

  it("lets an office keep its name out, at the portal", async () => {
    const portal = await openPage(browser, `${center.webUrl}/portal/#/listing`);
    await portal.getByLabel("事業所ユーザID").fill(`KJ13${careManagement.office.number}`);
    await portal.getByLabel("パスワード", { exact: true }).fill(careManagement.officePassword);
    await portal.getByRole("button", { name: "ログインする" }).click();
    await portal.getByText("名前を載せない", { exact: true }).click();
    await portal.getByRole("button", { name: "この設定にする" }).click();
    await portal.getByText("名前を載せません。").waitFor();
    await lookAtBothWidths(portal, "portal-listing", folder);
    await portal.context().close();
    await page.reload();
    await page.getByLabel("事業所名か事業所番号").fill(careManagement.office.name);
    await page.getByText("この条件では見つかりませんでした。", { exact: false }).waitFor();
  });

  it("answers questions, found by the words people use", async () => {
    await go("よくある質問", "よくある質問");
    await look("faq");
    await page.getByLabel("質問をさがす").fill("複数端末");
    await page.getByText("1つの事業所で、何台のパソコンから使えますか").click();
    await page
      .getByText("1つの事業所で1台のパソコンをおすすめします。", { exact: false })
      .waitFor();
    await page.getByLabel("質問をさがす").fill("ぞうさん");
    await page.getByText("合う質問はありませんでした。", { exact: false }).waitFor();
  });

  it("takes an inquiry, gives its number, and shows the answer to who knows number and address", async () => {
    await go("お問い合わせ", "お問い合わせ");
    await page.getByRole("button", { name: "送信する" }).click();
    await page.getByRole("region", { name: "入力の確認" }).waitFor();
    await page.getByText("IDと電子証明書").click();
    await page
      .getByLabel("お問い合わせの内容（必須）")
      .fill("証明書発行用パスワードが見当たりません。\n通知書のどこにありますか。");
    await page.getByLabel("お名前（必須）").fill("試験 花子");
    await page.getByLabel("メールアドレス（必須）", { exact: true }).fill("shiken@example.jp");
    await page.getByLabel("メールアドレス（確認用）（必須）").fill("shiken@example.jp");
    await look("inquiry");
    await page.getByRole("button", { name: "送信する" }).click();
    await page.getByText("お問い合わせを受け付けました。").waitFor();
    const number =
      /Q[0-9]{8}-[0-9]{6}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
    await look("inquiry-received");

    expect(await command("inquiry", "list")).toContain(number);
    const answer = join(folder, "answer.txt");
    await writeFile(answer, "通知書の2枚目の下の枠にあります。\n");
    await command("inquiry", "answer", number, "--file", answer);

    await page.getByRole("link", { name: "状態と回答を見る", exact: true }).click();
    await heading("お問い合わせの状態");
    await page.getByLabel("受付番号").fill(number);
    await page.getByLabel("メールアドレス").fill("hoka@example.jp");
    await page.getByRole("button", { name: "状態と回答を見る" }).click();
    await page.getByText("見つかりませんでした。", { exact: false }).first().waitFor();
    await page.getByLabel("メールアドレス").fill("shiken@example.jp");
    await page.getByRole("button", { name: "状態と回答を見る" }).click();
    await page.getByText("通知書の2枚目の下の枠にあります。").waitFor();
    await look("inquiry-state");
  });

  it("says what to do where the centre does not answer", async () => {
    await page.route("**/v1/care-software", (route) => route.abort());
    await go("介護ソフト", "介護ソフト一覧");
    await page
      .getByRole("alert")
      .getByText("センターにつながりませんでした。", { exact: false })
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.unroute("**/v1/care-software");
    await page.getByRole("button", { name: "もう一度試す" }).click();
    await page.getByText("6件のうち6件").waitFor();
  });

  /** Made-up offices all over the country, put in as if they had joined. */
  async function manyOffices(): Promise<void> {
    const sql = postgres(center.databaseUrl, { max: 1, onnotice: () => undefined });
    await sql`
      insert into offices (number, prefecture, name, search_name, service_types, certificate_kind, added_at)
      select lpad(p::text, 2, '0') || 'Z' || lpad(n::text, 7, '0'), lpad(p::text, 2, '0'),
             '見本事業所' || p || '-' || n, '見本事業所' || p || '-' || n,
             array[(array['43', '11', '15', '13', '17', '78'])[1 + n % 6]], 'KaigoJigyousho', now()
      from generate_series(1, 47) p, generate_series(1, (p * p * 7919 % 23) * (p * 31 % 11)) n`;
    await sql`
      insert into licences (office, valid_from, valid_until, application_number, applied_at, fee_yen,
                            deduction_month, automatic_renewal, terms_edition)
      select number, '2026-01-01', '2099-12-31', number, now(), 0, '2026-03', true, '2026-04'
      from offices where number like '__Z%'`;
    await sql.end();
  }
});
