import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JoinedOffice } from "../month/desk.ts";
import { type AnsweredPlan, answeredPlan } from "./answered-plan.ts";
import { overflowOf } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

describe("the pages: what became of a plan", () => {
  let scene: Scene;
  let plan: AnsweredPlan;
  let planner: JoinedOffice;
  let provider: JoinedOffice;
  let desk: Page;

  beforeAll(async () => {
    scene = await setScene("differences");
    plan = answeredPlan();
    planner = await scene.join(plan.planner);
    provider = await scene.join(plan.provider);
    for (const version of [plan.first, plan.second]) await pass(planner, provider, version);
    await pass(provider, planner, plan.results);
  });

  afterAll(() => scene?.end());

  it("leads from results to the plan of the same care users, those with a difference first", async () => {
    desk = await scene.openDesk(planner);
    await receivedIn(desk, /実績/).first().click();
    await desk.getByRole("link", { name: "予定と比べる" }).click();
    await desk.getByRole("heading", { level: 1, name: "予定と実績の違い" }).waitFor();
    await desk.getByText(/のうち\d+人に、違いがあります/).waitFor();
    const headings = await desk.getByRole("heading", { level: 2 }).allTextContents();
    expect(headings.slice(0, -1).every((one) => one.endsWith("違いあり"))).toBe(true);
    expect(headings.at(-1)).toMatch(/^違いのない利用者/);
    await scene.look(desk, "desk-differences");
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
    await scene.look(desk, "desk-differences-phone");
  });

  it("shows the office that receives a plan again what is new in it", async () => {
    const page = await scene.openDesk(provider);
    await page
      .getByRole("link", { name: /サービス利用票/ })
      .first()
      .click();
    await page.getByRole("link", { name: "前に届いた予定と比べる" }).click();
    await page.getByRole("heading", { level: 1, name: "前の予定との違い" }).waitFor();
    await page.getByText(plan.move).first().waitFor();
    await scene.look(page, "desk-plan-changes");

    await page.getByRole("link", { name: "データに戻る" }).click();
    await page.getByRole("link", { name: "受信一覧に戻る" }).click();
    await page
      .getByRole("link", { name: /サービス利用票/ })
      .last()
      .click();
    await page.getByRole("link", { name: "前に届いた予定と比べる" }).click();
    await page.getByText("前に届いた予定はありません").waitFor();
    await scene.look(page, "desk-plan-first");
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
