import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { JoinedOffice } from "../month/desk.ts";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

const { number } = careManagement.office;
const dayMilliseconds = 86_400_000;

/** What stands above every page of the desk when something is in the way, each as Chromium draws it. */
describe("the desk's banners", () => {
  let scene: Scene;
  let office: JoinedOffice;
  let page: Page;

  beforeAll(async () => {
    scene = await setScene("banners");
    office = await scene.join(careManagement);
    page = await scene.openDesk(office);
    await page.getByRole("heading", { level: 1, name: "受信一覧" }).waitFor();
  });

  afterAll(() => scene?.end());

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-banners.png") });
  });

  const look = (name?: string): Promise<void> => lookAtBothWidths(page, name, scene.folder);
  const banner = (words: string) => page.getByText(words, { exact: false });

  /** The licence as if it had ended, without renewal, so many days ago; the desk asks how it stands. */
  async function licenceEnded(days: number): Promise<void> {
    const sql = postgres(scene.center.databaseUrl, { max: 1, onnotice: () => undefined });
    await sql`
      update licences set automatic_renewal = ${days < 0},
             valid_from = (now() at time zone 'Asia/Tokyo')::date - ${days}::integer - 364,
             valid_until = (now() at time zone 'Asia/Tokyo')::date - ${days}::integer
      where office = ${number}`;
    await sql.end();
    await page.getByRole("button", { name: "いま確認する" }).click();
  }

  /** Writes into the office's own store, as the app does when it has found something out. */
  async function keepInStore(statement: string, ...values: readonly string[]): Promise<void> {
    const store = new DatabaseSync(join(scene.folder, number, "tsunagi.sqlite"));
    store.prepare(statement).run(...values);
    store.close();
    await page.reload();
  }

  /** Of the log's newest head that the office's app found in order. */
  function seenRoot(): string {
    const store = new DatabaseSync(join(scene.folder, number, "tsunagi.sqlite"));
    const row = store
      .prepare(
        "SELECT json_extract(value, '$.rootHash') AS root FROM setting WHERE name = 'logHead'",
      )
      .get();
    store.close();
    return String(row?.["root"]);
  }

  it("say of a licence that has ended until when one can receive, and then that one cannot", async () => {
    await licenceEnded(10);
    await banner("に終わったため、送信できません。").waitFor();
    await banner("まで受け取れます。").waitFor();
    await look("desk-licence-receiving");
    await licenceEnded(40);
    await banner("に終わったため、送信も受信もできません。").waitFor();
    await look();
    await licenceEnded(-300);
    await banner("に終わったため").waitFor({ state: "detached" });
  });

  it("tell that sending stops when the log of certificates is not the one that was seen before", async () => {
    const other =
      "UPDATE setting SET value = json_set(value, '$.rootHash', ?) WHERE name = 'logHead'";
    const rootHash = seenRoot();
    await keepInStore(other, "0".repeat(64));
    await page.getByRole("button", { name: "いま確認する" }).click();
    await banner("安全の確認ができないため、送信を止めています。").waitFor();
    await look("desk-log-rewritten");
    await keepInStore(other, rootHash);
    await page.getByRole("button", { name: "いま確認する" }).click();
    await banner("安全の確認ができないため").waitFor({ state: "detached" });
  });

  it("ask whose a certificate is that this desk does not know, until somebody says so", async () => {
    const values = ["f0", "5e4d3c2b1a", "2026-11-20T03:00:00.000Z", "2029-11-20T03:00:00.000Z"];
    await keepInStore("INSERT INTO strange_certificate VALUES (?, ?, ?, ?, 0)", ...values);
    await banner("この端末の知らない、貴事業所の電子証明書が発行されています。").waitFor();
    await look("desk-strange-certificate");
    await page.getByRole("button", { name: "心当たりがある" }).click();
    await banner("この端末の知らない").waitFor({ state: "detached" });
  });

  it("count the days to the certificate's end, with a button that says why it could not renew", async () => {
    const state = office.engine.state();
    if (state.phase !== "ready") throw new Error(`the desk is at ${state.phase}`);
    const end = Date.parse(state.certificateUntil);
    const daysBefore = async (days: number): Promise<void> => {
      await page.clock.setFixedTime(new Date(end - days * dayMilliseconds));
      await page.reload();
    };
    await daysBefore(40);
    await banner("あと40日").waitFor();
    // The centre's clock is of today: too early.
    await page.getByRole("button", { name: "更新する" }).click();
    await banner("更新できませんでした").waitFor();
    await look("desk-certificate-ends");
    await daysBefore(5);
    await banner("あと5日").waitFor();
    await look();
    await daysBefore(-1);
    await banner("電子証明書の有効期間が切れています。").waitFor();
    await look();
    expect(await page.getByRole("button", { name: "更新する" }).count()).toBe(0);
  });
});
