import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import { startDesk } from "@tsunagi/client";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import type { JoinedOffice } from "../month/desk.ts";
import { joinOffice } from "../month/join.ts";
import { type AnsweredPlan, answeredPlan } from "./answered-plan.ts";
import { findBarriers, openPage, overflowOf, startChromium, takeScreenshot } from "./chromium.ts";

describe("the pages: what became of a plan", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let plan: AnsweredPlan;
  let planner: JoinedOffice;
  let provider: JoinedOffice;
  let browser: Browser;
  let desk: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-differences-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      log: "silent",
    });
    ends.push(() => center.stop());
    plan = answeredPlan();
    planner = await joinOffice(center, folder, plan.planner);
    ends.push(() => planner.engine.close());
    provider = await joinOffice(center, folder, plan.provider);
    ends.push(() => provider.engine.close());
    for (const version of [plan.first, plan.second]) await pass(planner, provider, version);
    await pass(provider, planner, plan.results);
    browser = await startChromium();
    ends.push(() => browser.close());
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  async function openDesk({ engine }: JoinedOffice): Promise<Page> {
    const served = await startDesk({ engine });
    ends.push(() => served.stop());
    return openPage(browser, served.url);
  }

  async function look(page: Page, name: string): Promise<void> {
    expect(await findBarriers(page)).toEqual([]);
    await takeScreenshot(page, name, folder);
  }

  it("leads from results to the plan of the same care users, those with a difference first", async () => {
    desk = await openDesk(planner);
    await receivedIn(desk, /実績/).first().click();
    await desk.getByRole("link", { name: "予定と比べる" }).click();
    await desk.getByRole("heading", { level: 1, name: "予定と実績の違い" }).waitFor();
    await desk.getByText(/のうち\d+人に、違いがあります/).waitFor();
    const headings = await desk.getByRole("heading", { level: 2 }).allTextContents();
    expect(headings.slice(0, -1).every((one) => one.endsWith("違いあり"))).toBe(true);
    expect(headings.at(-1)).toMatch(/^違いのない利用者/);
    await look(desk, "desk-differences");
  });

  it("shows a month with signs that have words, by keyboard too", async () => {
    await desk.locator("summary").last().click();
    await desk.getByRole("grid").last().waitFor();
    const grid = desk.getByRole("grid").first();
    const missing = grid.getByRole("gridcell", { name: /実績にありません/ }).first();
    const changed = grid.getByRole("gridcell", { name: /時刻 \d\d:\d\d/ }).first();
    await missing.or(changed).first().waitFor();
    await grid.locator('[tabindex="0"]').focus();
    await desk.keyboard.press("ArrowRight");
    const said = await desk.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(said).toMatch(/^2日 .曜日、/);
  });

  it("narrows to the care users with a difference", async () => {
    await desk.getByRole("button", { name: /違いのあるものだけ/ }).click();
    await desk.getByRole("heading", { name: /違いのない利用者/ }).waitFor({ state: "detached" });
    await desk.getByText("違いあり", { exact: true }).first().waitFor();
  });

  it("fits a phone", async () => {
    await desk.setViewportSize({ width: 390, height: 844 });
    expect(await overflowOf(desk)).toBe(0);
    await look(desk, "desk-differences-phone");
  });

  it("shows the office that receives a plan again what is new in it", async () => {
    const page = await openDesk(provider);
    await page
      .getByRole("link", { name: /サービス利用票/ })
      .first()
      .click();
    await page.getByRole("link", { name: "前に届いた予定と比べる" }).click();
    await page.getByRole("heading", { level: 1, name: "前の予定との違い" }).waitFor();
    await page.getByText(plan.move).first().waitFor();
    await look(page, "desk-plan-changes");

    await page.getByRole("link", { name: "データに戻る" }).click();
    await page.getByRole("link", { name: "受信一覧に戻る" }).click();
    await page
      .getByRole("link", { name: /サービス利用票/ })
      .last()
      .click();
    await page.getByRole("link", { name: "前に届いた予定と比べる" }).click();
    await page.getByText("前に届いた予定はありません").waitFor();
    await look(page, "desk-plan-first");
  });
});

/** Messages of a kind in 受信一覧, the newest first. */
function receivedIn(page: Page, title: RegExp): Locator {
  return page.getByRole("list", { name: "受信したデータ" }).getByRole("link", { name: title });
}

/** Sends files from one office to another, who receives them. */
async function pass(
  from: JoinedOffice,
  to: JoinedOffice,
  files: AnsweredPlan["results"],
): Promise<void> {
  await from.engine.sendFiles(files);
  await from.engine.sendNow();
  await to.engine.fetchNow();
}
