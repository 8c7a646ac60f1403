import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import { region } from "@tsunagi/samples";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { findBarriers, openPage, overflowOf, startChromium, takeScreenshot } from "./chromium.ts";
import { setTrap, tryToEscape } from "./escape-attempts.ts";
import { type Witness, watchNetwork } from "./network-witness.ts";
import { startPlainHost } from "./plain-host.ts";

const month = join(projectFolder, "samples/month");
const toProvider = "202612_1370000011_43_1370000029_11_20261120100000.CSV";
const planOfUse = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map((kind) =>
  join(month, `${kind}_${toProvider}`),
);
const withHeaderRow = join(
  projectFolder,
  "samples/broken/header-row/UPPLAN_202612_1370000011_43_1370000029_11_20261120110000.CSV",
);

describe("the page that checks files, in the browser alone", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let center: Center;
  let browser: Browser;
  let page: Page;
  let witness: Witness;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-check-page-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    center = await startCenter({
      dataFolder: join(folder, "center"),
      pagesFolder: join(projectFolder, "web/dist"),
      log: "silent",
    });
    ends.push(() => center.stop());
    browser = await startChromium();
    ends.push(() => browser.close());
    page = await openPage(browser, `${center.webUrl}/check/`);
    await page.getByRole("heading", { level: 1, name: "ファイルの確認" }).waitFor();
    witness = await watchNetwork(page);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await page.screenshot({ path: join(tmpdir(), "tsunagi-failed-check-page.png") });
  });

  const result = () => page.getByRole("region", { name: "確認の結果" });
  const give = (files: readonly string[]) =>
    page
      .locator("input[type=file]")
      .first()
      .setInputFiles([...files]);

  /** Lets go of files or folders over the place for them, as a hand with a mouse does. */
  async function drop(paths: readonly string[]): Promise<void> {
    const zone = page.locator(".drop");
    await zone.scrollIntoViewIfNeeded();
    const box = await zone.boundingBox();
    if (box === null) throw new Error("there is no place to drop files");
    const session = await page.context().newCDPSession(page);
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", {
        type,
        x: box.x + box.width / 2,
        y: box.y + 20,
        data: { items: [], files: [...paths], dragOperationsMask: 1 },
      });
    }
    await session.detach();
  }

  async function look(name: string): Promise<void> {
    expect(await findBarriers(page)).toEqual([]);
    await takeScreenshot(page, name, folder);
  }

  it("says why it is safe before anything is given", async () => {
    await page.getByText("どこにも送りません。").waitFor();
    await look("support-check");
  });

  it("finds nothing wrong in a plan of use that is right, dropped on it", async () => {
    await drop(planOfUse);
    await result().getByText("3個のファイルを見ました。1件の送信は、このまま送れます。").waitFor();
    await result()
      .getByRole("article", { name: /サービス利用票・別表（予定） 令和8年12月分/ })
      .waitFor();
    await look("support-check-good");
    await result()
      .getByRole("button", { name: /の中身を見る$/ })
      .click();
    await result().getByRole("heading", { name: "試験 花子 さん" }).waitFor();
    const table6 = result().getByRole("table", { name: /第6表/ });
    const bodyCare = table6.getByRole("row", { name: /訪問介護 111111/ });
    expect((await bodyCare.getByRole("cell").allInnerTexts()).at(-1)).toBe("9");
    const annex = result().getByRole("table", { name: /第7表/ });
    await annex.getByRole("row", { name: /^合計/ }).getByText("35,237").waitFor();
    await look("support-check-document");
    await result()
      .getByRole("button", { name: /の中身を閉じる$/ })
      .click();
    expect(await annex.count()).toBe(0);
  });

  it("shows what is wrong, where, and what to do, the set with the fault first", async () => {
    await give([...planOfUse, withHeaderRow]);
    await result().getByText("2件の送信のうち、1件の送信に直すところがあります。").waitFor();
    const first = result().getByRole("article").first();
    await first.getByText("1行目が項目名の見出しです").waitFor();
    await first.getByText("直すところがあります", { exact: true }).waitFor();
    await look("support-check-broken");
  });

  it("puts right what is certain, says what, and gives the mended file to save", async () => {
    await result().getByText("1個のファイルに、自動で直せるところがあります").waitFor();
    await result().getByRole("button", { name: "直せるところを直す" }).click();
    const mended = result().getByRole("region", { name: "次のように直しました" });
    await mended.getByText("見出し").first().waitFor();
    await result().getByText("直したあとで、調べ直しました。").waitFor();
    expect(await result().getByText("1行目が項目名の見出しです").count()).toBe(0);
    await look("support-check-mended");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      mended.getByRole("link", { name: "直したファイルを保存" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(basename(withHeaderRow));
    const [saved, right] = await Promise.all([
      download.path().then((path) => readFile(path)),
      readFile(planOfUse[0] as string),
    ]);
    expect(saved.equals(right)).toBe(true);
  });

  it("lets no script send anything, by any way, to another server or its own, wherever the page is served from", async () => {
    const trap = await setTrap();
    ends.push(() => trap.close());
    const plainHost = await startPlainHost(join(projectFolder, "web/dist/check"));
    ends.push(() => plainHost.close());
    for (const site of [`${center.webUrl}/check/`, plainHost.url]) {
      const victim = await openPage(browser, site);
      const seen = await watchNetwork(victim);
      for (const to of [trap.url, site]) await tryToEscape(victim, to, seen);
      expect(trap.caught()).toEqual([]);
      const left = (await seen.sightings()).filter(({ stoppedBy }) => stoppedBy !== "csp");
      expect(left).toEqual([]);
      await victim.context().close();
    }

    // The same attempts where nothing forbids them: the trap and the witness are not blind.
    const free = await (await browser.newContext({ bypassCSP: true })).newPage();
    await free.goto(`${center.webUrl}/check/`);
    const seenFree = await watchNetwork(free);
    const ways = await tryToEscape(free, trap.url, seenFree);
    expect(trap.caught()).toEqual(
      expect.arrayContaining(
        ways.filter((way) => way !== "worker-by-address").map((way) => `/${way}`),
      ),
    );
    expect(new Set((await seenFree.sightings()).map(({ from }) => from))).toEqual(
      new Set(["page", "worker"]),
    );
    await free.context().close();
  });

  it("works with the network switched off", async () => {
    await page.context().setOffline(true);
    await give([withHeaderRow]);
    await result().getByText("1個のファイルを見ました。").waitFor();
    await result().getByRole("button", { name: "直せるところを直す" }).click();
    await result().getByText("直したあとで、調べ直しました。").waitFor();
    await result()
      .getByRole("button", { name: /の中身を見る$/ })
      .click();
    await result().getByRole("table", { name: /第6表/ }).waitFor();
    await page.context().setOffline(false);
  });

  it("shows how far it is with a large file, and stops when told", async () => {
    const row = await readFile(planOfUse[0] as string);
    const large = join(folder, `UPPLAN_${toProvider}`);
    await writeFile(large, Buffer.concat(Array.from({ length: 40_000 }, () => row)));
    await give([large]);
    await page.getByRole("progressbar", { name: "ファイルを調べています" }).waitFor();
    await page.getByText(/^1個中0個 \(.*MB中.*MB\)$/).waitFor();
    await look("support-check-running");
    await page.getByRole("button", { name: "やめる" }).click();
    await page.getByRole("button", { name: "見本で試す" }).waitFor();
    expect(await result().count()).toBe(0);
  });

  it("says what to do where the browser cannot do the work", async () => {
    const old = await browser.newContext({ locale: "ja-JP" });
    await old.addInitScript(
      "window.Worker = class extends EventTarget { postMessage() { this.dispatchEvent(new Event('error')); } terminate() {} };",
    );
    const oldPage = await old.newPage();
    await oldPage.goto(`${center.webUrl}/check/`);
    await oldPage.getByRole("button", { name: "見本で試す" }).click();
    await oldPage.getByRole("alert").getByText("ブラウザを新しくするか").waitFor();
    expect(await findBarriers(oldPage)).toEqual([]);
    await old.close();
  });

  it("shows with a sample what it does", async () => {
    await page.getByRole("button", { name: "見本で試す" }).click();
    await result().getByText("5個のファイルを見ました。3件の送信のうち、1件の送信に").waitFor();
  });

  it("shows every kind of document of a whole region, dropped as a folder, in which nothing is wrong", async () => {
    const town = join(folder, "町");
    await mkdir(join(town, "12月"), { recursive: true });
    for (const { name, bytes } of region({ seed: 3, offices: 8, users: 6 })) {
      await writeFile(join(town, "12月", name), bytes);
    }
    await drop([town]);
    await result().getByText("件の送信は、すべてこのまま送れます。").waitFor();
    await result().getByRole("button", { name: /^残り/ }).click();
    for (const [set, words, picture] of [
      ["居宅サービス計画書（第1表〜第3表）", "長期目標", "care-plan"],
      ["サービス実績", "合計", "results"],
      ["利用者基本情報", "相談日", "user-basics"],
      ["介護予防サービス・支援計画書", "別表 課題・目標・支援計画", "preventive-plan"],
      ["削除の連絡", "次のデータが削除されます。", "deletion"],
    ] as const) {
      const sheet = result()
        .getByRole("article")
        .filter({ has: page.getByRole("heading", { level: 2, name: set }) })
        .first();
      await sheet.getByRole("button", { name: /の中身を見る$/ }).click();
      const content = sheet.getByRole("region", { name: `${set}の中身` });
      await content.getByText(words).first().waitFor();
      expect(await content.getByText("読めないところ").count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await sheet.screenshot({ path: join(tmpdir(), `tsunagi-document-${picture}.png`) });
      await sheet.getByRole("button", { name: /の中身を閉じる$/ }).click();
    }
  });

  it("fits a narrow screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await give([...planOfUse, withHeaderRow]);
    await result().getByText("4個のファイルを見ました。").waitFor();
    await result()
      .getByRole("button", { name: /の中身を見る$/ })
      .last()
      .click();
    await result().getByRole("table", { name: /第6表/ }).waitFor();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await look("support-check-phone");
  });

  it("sent nothing in all this, from page or worker", async () => {
    expect(witness.workers()).toBeGreaterThan(0);
    expect(await witness.sightings()).toEqual([]);
  });
});
