import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, type OfficeLetter, startCenter } from "@tsunagi/center";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCenterCommand } from "../../center/testing/process.ts";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { careManagement, homeHelp } from "../month/offices.ts";
import { lookAtBothWidths, openPage, startChromium } from "./chromium.ts";

const number = "8990000000001";
const password = "houjin-2026";

describe("a corporation at the portal", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let browser: Browser;
  let page: Page;
  let letter: { corporationId: string; provisionalPassword: string };

  const command = async (...args: string[]): Promise<string> => {
    const place = { dataFolder: join(folder, "center") };
    const { stderr, stdout } = await runCenterCommand(place, "corporation", ...args);
    expect(stderr).toBe("");
    return stdout;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-corporation-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      log: "silent",
    });
    ends.push(() => center.stop());
    await center.issueOffice(homeHelp.office);
    await command("add", number, "社会福祉法人見本会");
    letter = JSON.parse(await command("issue", number, "--json")) as typeof letter;
    browser = await startChromium();
    ends.push(() => browser.close());
    page = await openPage(browser, `${center.webUrl}/portal/`);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-corporation.png") });
  });

  const look = (name: string): Promise<void> => lookAtBothWidths(page, name, folder);
  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const table = () => page.getByRole("table", { name: "事業所の利用状況" });

  it("logs in where offices do, and chooses a password of its own first", async () => {
    await page.getByLabel("事業所ユーザID").fill(`ｈｊ${number.slice(0, 12)}`);
    await page.getByLabel("パスワード", { exact: true }).fill(letter.provisionalPassword);
    await page.getByRole("button", { name: "ログインする" }).click();
    await page.getByText("いまは14文字です。", { exact: false }).first().waitFor();
    await page.getByLabel("事業所ユーザID").fill(letter.corporationId);
    await page.getByRole("button", { name: "ログインする" }).click();
    await heading("パスワードの変更");
    await page.getByLabel("いまの仮パスワード", { exact: true }).fill(letter.provisionalPassword);
    await page.getByLabel("新しいパスワード", { exact: true }).fill(password);
    const again = page.getByLabel("新しいパスワード (確認用)", { exact: true });
    if ((await again.count()) > 0) await again.fill(password);
    await page.getByRole("button", { name: "パスワードを変更する" }).click();
    await heading("事業所の利用状況");
    await page.getByText("事業所はまだありません").waitFor();
    await look("portal-corporation-empty");
  });

  it("sees all its offices, and what has to be seen to; none of others", async () => {
    await manyOffices();
    await page.reload();
    await page.getByText("9件のうち9件").waitFor();
    expect(await table().getByText(homeHelp.office.name).count()).toBe(0);
    const row = (name: string) => table().getByRole("row", { name });
    await row("見本居宅介護支援事業所 1").getByText("ありません", { exact: true }).waitFor();
    await row("見本居宅介護支援事業所 2").getByText("新しい利用規約への同意").waitFor();
    await row("見本居宅介護支援事業所 3").getByText("送信できません").waitFor();
    await row("見本居宅介護支援事業所 6").getByText("利用申請がまだです").waitFor();
    await row("見本居宅介護支援事業所 8").getByText("期限が切れています").waitFor();
    const sums = page.getByRole("table", { name: "月ごとに差し引かれる利用料" });
    await sums.getByText("105,000円").waitFor();
    await look("portal-corporation");
  });

  it("finds, sorts, and takes the table away as CSV", async () => {
    await page.getByRole("button", { name: "要確認 (8件)" }).click();
    await page.getByText("9件のうち8件").waitFor();
    await page.getByLabel("並べ方").selectOption({ label: "電子証明書の期限が近い順" });
    await table().getByRole("row").nth(1).getByText("見本居宅介護支援事業所 8").waitFor();
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "表をCSVで保存する" }).click();
    const saved = await arriving;
    expect(saved.suggestedFilename()).toMatch(/^jigyosho-[0-9-]{10}\.csv$/);
    const rows = parse(await readFile(await saved.path()), { bom: true });
    expect(rows).toHaveLength(9);
    expect(rows[1]?.[1]).toBe("見本居宅介護支援事業所 8");
    await page.getByLabel("事業所名か事業所番号でさがす").fill("ない名前");
    await page.getByText("条件に合う事業所はありません。").waitFor();
    await page.getByLabel("事業所名か事業所番号でさがす").fill("");
  });

  it("is shown the offices one beneath the other on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const list = page.getByRole("list", { name: "事業所の利用状況" });
    await list.getByText("見本居宅介護支援事業所 8").waitFor();
    expect(await table().count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("leaves, and an office that logs in next sees its own pages", async () => {
    await page.getByRole("button", { name: "ログアウト" }).click();
    await page.getByText("ログアウトしました。").waitFor();
    const office: OfficeLetter = await center.issueOffice(careManagement.office);
    await page.getByLabel("事業所ユーザID").fill(office.officeId);
    await page.getByLabel("パスワード", { exact: true }).fill(office.provisionalPassword);
    await page.getByRole("button", { name: "ログインする" }).click();
    await heading("パスワードの変更");
  });

  /** Made-up offices of the corporation in every state there is, put in as if they had come to it. */
  async function manyOffices(): Promise<void> {
    const sql = postgres(center.databaseUrl, { max: 1, onnotice: () => undefined });
    const today = sql`(now() at time zone 'Asia/Tokyo')::date`;
    await sql`
      insert into offices (number, prefecture, name, search_name, service_types, certificate_kind, added_at, corporation)
      select '13700001' || lpad(n::text, 2, '0'), '13', '見本居宅介護支援事業所 ' || n, '', '{43,11}',
             'KaigoJigyousho', now(), ${number}
      from generate_series(1, 9) n`;
    await sql`
      insert into office_accounts (office, office_id, password_hash, provisional_until, issue_password_hash)
      select number, 'KJ13' || number, '', case when number like '%06' then now() end, ''
      from offices where corporation = ${number} and number not like '%07'`;
    await sql`
      insert into licences (office, valid_from, valid_until, application_number, applied_at, fee_yen,
                            deduction_month, automatic_renewal, terms_edition)
      select '13700001' || lpad(n::text, 2, '0'), ${today} + ends - 365, ${today} + ends, 'A' || n, now(), fee,
             to_char(${today} + interval '1 month', 'YYYY-MM'), automatic, 'old'
      from (values (1, 200, 21000, true), (2, 30, 21000, true), (3, -5, 21000, false),
                   (4, -60, 0, false), (5, 20, 21000, false), (8, 100, 0, true), (9, 300, 21000, true))
           as l (n, ends, fee, automatic)`;
    await sql`
      insert into terms_acceptances (office, edition, accepted_at)
      select l.office, '2026-04', now() from licences l where l.office not like '%02'`;
    await sql`
      insert into certificates (serial, office, kind, not_before, not_after, fingerprint, pem)
      select 'c0ffee' || n, '13700001' || lpad(n::text, 2, '0'), 'KaigoJigyousho', now(),
             now() + days * interval '1 day', 'f' || n, ''
      from (values (1, 700), (2, 700), (3, 700), (4, 700), (5, 700), (8, -3), (9, 40)) as c (n, days)`;
    await sql.end();
  }
});
