import { readFile as readFileOfDisk } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Desk, Engine } from "@tsunagi/client";
import {
  checkFiles,
  compareSides,
  differencesInWords,
  readDocuments,
  readFile,
  type SetDocument,
  sideNamesOf,
  takeSide,
} from "@tsunagi/standard";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { careManagement, homeHelp } from "../month/offices.ts";
import { openPage, overflowOf } from "./chromium.ts";
import { careUsers, laterPlanOfThirty, planOfThirty } from "./plan-of-thirty.ts";
import { type Scene, setScene } from "./scene.ts";

describe("the month of a service office without care software, from the arrival of plans to accepted results", () => {
  const plan = planOfThirty();
  let scene: Scene;
  let manager: Engine;
  let helper: Engine;
  let served: Desk;
  let desk: Page;
  let keysPressed = 0;

  beforeAll(async () => {
    scene = await setScene("results");
    manager = (await scene.join(careManagement)).engine;
    manager.watch();
    const joined = await scene.join(homeHelp);
    helper = joined.engine;
    helper.watch();
    served = await scene.serve(joined);
    desk = await openPage(scene.browser, served.url);
  });

  afterAll(() => scene?.end());

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await desk?.screenshot({ path: join(tmpdir(), "tsunagi-failed-results.png") });
  });

  const look = (name?: string): Promise<void> => scene.look(desk, name);

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      keysPressed += 1;
      await desk.keyboard.press(key);
    }
  }

  /** Presses Tab until the focus is on what `selector` finds. */
  async function tabTo(selector: string): Promise<void> {
    for (let step = 0; step < 60; step++) {
      const there = `document.activeElement?.matches(${JSON.stringify(selector)})`;
      if ((await desk.evaluate(there)) === true) return;
      await press("Tab");
    }
    throw new Error(`Tab does not lead to ${selector}`);
  }

  const shownUser = (name: string) => desk.getByRole("region", { name: `${name}さんの実績` });
  const focusedCell = async () =>
    String(await desk.evaluate("document.activeElement?.getAttribute('aria-label') ?? ''"));

  /** The days of the first line on which something is planned, from the words of its cells. */
  async function plannedDays(): Promise<readonly number[]> {
    const labels = await desk
      .getByRole("grid")
      .getByRole("row")
      .nth(1)
      .getByRole("gridcell")
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label") ?? ""));
    return labels.flatMap((label) => {
      const day = /^(\d+)日.*予定\d+回/.exec(label)?.[1];
      return day === undefined ? [] : [Number(day)];
    });
  }

  /** Goes to a day of the first line by keys. */
  async function goToDay(day: number): Promise<void> {
    await press("Control+Home");
    for (let step = 1; step < day; step++) await press("ArrowRight");
    expect(await focusedCell()).toMatch(new RegExp(`^${day}日`));
  }

  it("begins with nothing, and shows the plans as soon as they have come", async () => {
    await desk.getByRole("link", { name: "実績", exact: true }).click();
    await desk.getByText("届いた予定がまだありません").waitFor();
    await look();
    await manager.sendFiles(plan);
    const list = desk.getByRole("list", { name: /居宅介護支援事業所$/ });
    await list.getByText(careManagement.office.name).waitFor();
    await list.getByText(`利用者 ${careUsers}人`).waitFor();
    await list.getByText("まだ始めていません").waitFor();
    await look("desk-results-month");
  });

  it("fills the month as planned for all care users", async () => {
    await desk.getByRole("link", { name: new RegExp(careManagement.office.name) }).click();
    await desk.getByText(`${careUsers}人中0人 確認済み`).waitFor();
    await look("desk-results-entry");
  });

  it("is entered for thirty care users by keyboard alone, in a few minutes of keys", async () => {
    const began = performance.now();
    keysPressed = 0;
    const names = await desk.locator(".user-list-name").allTextContents();
    expect(names).toHaveLength(careUsers);
    await tabTo('[role="gridcell"]');
    for (let user = 0; user < careUsers; user++) {
      const days = await plannedDays();
      const [first = 1, second = first] = days;
      if (user % 8 === 0) {
        await goToDay(first);
        await press("Space");
        expect(await focusedCell()).toContain("実施なし");
      }
      const free = freeDayAfter(second, days);
      if (user % 8 === 1 && free !== undefined) {
        await goToDay(second);
        await press("m", ...Array<string>(free - second).fill("ArrowRight"), "Enter");
        expect(await focusedCell()).toContain(`（${second}日から）`);
      }
      if (user % 8 === 2) {
        await goToDay(first);
        await press("t", "1", "3", "0", "5", "Enter");
        await desk.locator('[role="gridcell"]:focus').waitFor();
        await desk.getByRole("status").filter({ hasText: "時刻の変更 13:05" }).waitFor();
      }
      if (user % 8 === 3) {
        await goToDay(first);
        await press("2");
        expect(await focusedCell()).toContain("実績2回");
      }
      if (user === 1) await look("desk-results-entry-changed");
      await press("n");
      const next = names[user + 1];
      if (next === undefined) continue;
      await shownUser(next).waitFor();
      expect(await focusedCell()).toMatch(/^1日/);
    }
    await desk.getByRole("heading", { level: 1, name: /実績の確認$/ }).waitFor();
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${careUsers} care users: ${keysPressed} keys, ${seconds.toFixed(1)} s in Chromium; at two keys a second ${(keysPressed / 2 / 60).toFixed(1)} minutes`,
    );
    expect(keysPressed / careUsers).toBeLessThan(25);
  });

  it("has all of it after the window was closed without a word", async () => {
    await desk.reload();
    await desk.getByRole("heading", { level: 1, name: /実績の確認$/ }).waitFor();
    await desk.getByText("標準の決まりに合っています。").waitFor();
    await desk.getByText("月のカレンダーで見る").first().click();
    await desk.getByRole("grid").waitFor();
    await look("desk-results-check");
  });

  it("may be saved as a file, which is the one that would be sent", async () => {
    const saving = desk.waitForEvent("download");
    await desk.getByRole("button", { name: "ファイルに保存" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(
      /^UPJSK_202612_1370000029_11_1370000011_43_\d{14}\.CSV$/,
    );
    const bytes = new Uint8Array(await readFileOfDisk(await saved.path()));
    expect(await errorsIn(saved.suggestedFilename(), bytes)).toBe(0);
  });

  it("is sent with one button, as a message that the care manager opens and whose file conforms", async () => {
    await tabTo(".send-bar .button-primary");
    await press("Enter");
    const sent = desk.getByRole("region", { name: "いま送信したもの" });
    await sent.getByText("相手が開封しました").waitFor();
    await look();

    const [message] = manager.list("received");
    expect(message?.files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^UPJSK_202612_1370000029_11_1370000011_43_\d{14}\.CSV$/),
    ]);
    const results = await documentsOf(message?.id ?? "");
    const comparison = compareSides(
      takeSide("plan", [planDocument()]),
      takeSide("results", results),
    );
    const names = sideNamesOf(comparison);
    const differing = comparison.users.filter(({ state }) => state === "differs");
    expect(comparison.users).toHaveLength(careUsers);
    expect(differing.length).toBeGreaterThanOrEqual(12);
    const signs = new Set(
      differing.flatMap((user) => differencesInWords(user, names).map(({ sign }) => sign)),
    );
    expect([...signs].sort()).toEqual(["－", "＋", "時", "回"].sort());
  });

  it("is corrected by sending the month again, and deleted where nothing is left", async () => {
    await desk.getByRole("link", { name: "実績の入力に戻る" }).click();
    await desk.getByRole("button", { name: "すべて実施なし" }).click();
    await desk.getByRole("button", { name: /^この方を確認済みにして/ }).click();
    await desk.getByText("前に送った実績を削除").waitFor();
    await look();
    await desk.getByRole("button", { name: "実績を送る" }).click();
    const sent = desk.getByRole("region", { name: "いま送信したもの" });
    await sent.getByText("相手が開封しました").nth(1).waitFor();

    const [second, first] = manager.list("received");
    const documents = await documentsOf(first?.id ?? "", second?.id ?? "");
    const deletion = documents.find(({ kind }) => kind === "deletion");
    const results = documents.find((one) => one.kind === "results");
    expect(deletion).toMatchObject({ deletions: [{ record: { serviceType: "11" } }] });
    expect(results?.users).toHaveLength(careUsers - 1);
    await desk.getByRole("link", { name: "実績", exact: true }).click();
    await desk.getByText("送信済み").waitFor();
    await look();
  });

  it("tells of a newer plan where it says something else, and follows it", async () => {
    await manager.sendFiles(laterPlanOfThirty("20261225100000"));
    await desk.getByRole("link", { name: new RegExp(careManagement.office.name) }).click();
    const other = desk.getByRole("option", { name: /新しい予定あり/ });
    await other.waitFor();
    await other.click();
    await desk.getByRole("button", { name: "新しい予定に合わせる" }).click();
    await other.waitFor({ state: "detached" });
    await desk.getByRole("link", { name: "実績入力に戻る" }).click();
    await desk.getByText("訂正中").waitFor();
  });

  it("adds a line, with its satellite, and takes a step back", async () => {
    await desk.getByRole("link", { name: new RegExp(careManagement.office.name) }).click();
    await desk.getByRole("button", { name: "行を足す" }).click();
    const dialog = desk.getByRole("dialog", { name: "予定にないサービスの行を足す" });
    await dialog.getByLabel("この月の予定にあるサービスから選ぶ").selectOption({ index: 1 });
    await dialog.getByLabel("開始").fill("1500");
    await dialog.getByLabel("終了").fill("1530");
    await dialog.getByLabel("サテライト枝番").fill("02");
    await look();
    await dialog.getByRole("button", { name: /^足して/ }).click();
    await desk.getByRole("grid").getByText("予定にない行").waitFor();
    await desk.getByRole("grid").getByText("サテライト02").waitFor();
    await desk.getByRole("button", { name: "元に戻す" }).click();
    await desk.getByRole("grid").getByText("予定にない行").waitFor({ state: "detached" });
  });

  it("fits a phone, by finger", async () => {
    await desk.setViewportSize({ width: 390, height: 844 });
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
    const [day = 1] = await plannedDays();
    const cell = desk.getByRole("gridcell", { name: new RegExp(`^${day}日`) }).first();
    const before = await cell.getAttribute("aria-label");
    await cell.click();
    expect(await cell.getAttribute("aria-label")).not.toBe(before);
    await look("desk-results-phone");
    await desk.getByRole("button", { name: "元に戻す" }).click();
    await desk.getByRole("link", { name: "送る前の確認へ" }).click();
    await desk.getByText("標準の決まりに合っています。").waitFor();
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
    await look("desk-results-check-phone");
  });

  it("loses nothing when the window is closed right after a key", async () => {
    await desk.getByRole("link", { name: "実績の入力に戻る" }).click();
    const [day = 1] = await plannedDays();
    await desk.getByRole("gridcell").first().click();
    await goToDay(day);
    const savedOnDisk = new Promise<void>((resolve) => {
      helper.on("changed", (what) => {
        if (what === "drafts") resolve();
      });
    });
    await press("7");
    await desk.close();
    await savedOnDisk;
    desk = await openPage(scene.browser, served.newUrl());
    await desk.getByRole("link", { name: "実績", exact: true }).click();
    await desk.getByRole("link", { name: new RegExp(careManagement.office.name) }).click();
    await desk.getByRole("gridcell", { name: new RegExp(`^${day}日.*実績7回`) }).waitFor();
  });

  function planDocument(): SetDocument {
    return readDocuments(plan.map(({ name, bytes }) => readFile(name, bytes)));
  }

  /** What messages that the care manager got say; their files pass the check without an error. */
  async function documentsOf(...ids: readonly string[]): Promise<readonly SetDocument[]> {
    const documents: SetDocument[] = [];
    for (const id of ids) {
      for (const { name } of manager.message(id).files) {
        const pieces: Uint8Array[] = [];
        for await (const piece of (await manager.file(id, name)).read()) pieces.push(piece);
        const bytes = new Uint8Array(Buffer.concat(pieces));
        expect(await errorsIn(name, bytes)).toBe(0);
        documents.push(readDocuments([readFile(name, bytes)]));
      }
    }
    return documents;
  }
});

/** The first day behind another on which nothing is planned. */
function freeDayAfter(day: number, planned: readonly number[]): number | undefined {
  return Array.from({ length: 31 - day }, (_, at) => day + 1 + at).find(
    (one) => !planned.includes(one),
  );
}

/** How many errors the check finds in a file. */
async function errorsIn(name: string, bytes: Uint8Array): Promise<number> {
  const given = { path: name, name, size: bytes.length, read: () => [bytes] };
  return (await checkFiles([given])).errors;
}
