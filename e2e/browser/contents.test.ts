import { readFile } from "node:fs/promises";
import { monthFiles, region } from "@tsunagi/samples";
import { documentsByUser, readDocuments, readFile as readStandardFile } from "@tsunagi/standard";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JoinedOffice } from "../month/desk.ts";
import { careManagement, homeHelp } from "../month/offices.ts";
import { overflowOf } from "./chromium.ts";
import { planOfThirty } from "./plan-of-thirty.ts";
import { type Scene, setScene } from "./scene.ts";

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of a made-up town, the basic information that comes with a picture of a family. */
function basicsWithPicture(): readonly NamedBytes[] {
  const files = Array.from(region({ offices: 24, users: 400, seed: 7 }));
  const picture = files.find(({ name }) => name.startsWith("UPKIHON_IMAGE"))?.name ?? "";
  const tail = picture.slice("UPKIHON_IMAGE".length, picture.lastIndexOf("_"));
  return files.filter(({ name }) => name.includes(tail));
}

/** The place of the first care user whose basics name a picture. */
function placeOfPicture(files: readonly NamedBytes[]): number {
  const document = readDocuments(files.map(({ name, bytes }) => readStandardFile(name, bytes)));
  return documentsByUser(document).findIndex(({ document: ofUser }) =>
    JSON.stringify(ofUser).includes('"sent":true'),
  );
}

/** Waits for the font of the forms, so that what is looked at is what a person sees. */
async function fontOf(page: Page): Promise<void> {
  const loaded = `document.fonts.ready.then(() => document.fonts.check("10px 'BIZ UDGothic'"))`;
  expect(await page.evaluate(loaded)).toBe(true);
}

describe("the page: what is in a message, as it is on paper", () => {
  let scene: Scene;
  let planner: JoinedOffice;
  let helper: JoinedOffice;
  let desk: Page;
  let plannersDesk: Page;

  beforeAll(async () => {
    scene = await setScene("contents");
    planner = await scene.join(careManagement);
    helper = await scene.join(homeHelp);
    await planner.engine.sendFiles(planOfThirty());
    await planner.engine.sendNow();
    await helper.engine.fetchNow();
    desk = await scene.openDesk(helper);
    plannersDesk = await scene.openDesk(planner);
  });

  afterAll(() => scene?.end());

  it("opens the forms of a received message: a care user's month, drawn as on paper", async () => {
    const list = desk.getByRole("list", { name: "受信したデータ" });
    await list.getByRole("link").first().click();
    await desk.getByRole("link", { name: "中を見る" }).click();
    await desk.getByRole("heading", { level: 1, name: /サービス利用票.*の中身/ }).waitFor();
    const page = desk.getByRole("img", { name: /第6表.*1\/\d+ページ/ });
    await page.waitFor();
    await fontOf(desk);
    expect(await page.locator("text", { hasText: "訪問介護" }).count()).toBeGreaterThan(0);
    await scene.look(desk, "desk-forms");
  });

  it("shows another form, larger and smaller, by buttons and by keys", async () => {
    await desk.getByRole("button", { name: "第7表　サービス利用票別表" }).click();
    const page = desk.getByRole("img", { name: /第7表/ }).first();
    await page.waitFor();
    const widthOf = async () => (await page.boundingBox())?.width ?? 0;
    const fitting = await widthOf();
    await desk.getByRole("button", { name: "大きくする" }).click();
    await expect.poll(widthOf).toBeCloseTo(fitting * 1.25, -1);
    await desk.getByRole("region", { name: /第7表/ }).focus();
    await desk.keyboard.press("+");
    await expect.poll(widthOf).toBeCloseTo(fitting * 1.5, -1);
    await desk.keyboard.press("0");
    await expect.poll(widthOf).toBeCloseTo(fitting, -1);
  });

  it("goes from user to user, and reads the same as text with headings and tables", async () => {
    const users = desk.getByLabel(/利用者（全/);
    const names = await users.locator("option").allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    await desk.getByRole("button", { name: "次の利用者" }).click();
    expect(await users.inputValue()).toBe("1");
    await desk.getByRole("button", { name: "文字で読む" }).click();
    await desk.getByRole("heading", { name: names[1] ?? "" }).waitFor();
    await desk.getByRole("table", { name: "第6表 サービス利用票（予定）" }).waitFor();
    await scene.look(desk, "desk-forms-text");
  });

  it("saves the forms of all care users as one PDF", async () => {
    const [download] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("link", { name: "全員分をPDFで保存" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^サービス利用票.*\.pdf$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  it("prints the form that is shown, a page a sheet, and nothing of the page around it", async () => {
    await desk.getByRole("button", { name: "紙の形" }).click();
    await desk.getByRole("img", { name: /第6表/ }).first().waitFor();
    const pdf = await desk.pdf({ preferCSSPageSize: true });
    const text = pdf.toString("latin1");
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = text.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
    expect(Number(width)).toBeCloseTo(842, -1);
    expect(Number(height)).toBeCloseTo(595, -1);
  });

  it("shows a set on the tray before it is sent, with the picture of the family", async () => {
    const files = basicsWithPicture();
    for (const file of files) await planner.engine.tray.put(file);
    await plannersDesk.getByRole("link", { name: "送信", exact: true }).first().click();
    await plannersDesk
      .getByRole("link", { name: /中を見る/ })
      .first()
      .click();
    await plannersDesk.getByLabel(/利用者（全/).selectOption(String(placeOfPicture(files)));
    await plannersDesk.locator("image").first().waitFor();
    await fontOf(plannersDesk);
    await scene.look(plannersDesk, "desk-forms-tray");
    await plannersDesk.getByRole("button", { name: "文字で読む" }).click();
    const image = plannersDesk.getByRole("img", { name: /家族構成/ });
    await image.waitFor();
    const width = () => image.evaluate((shown) => Number(Reflect.get(shown, "naturalWidth")));
    await expect.poll(width).toBeGreaterThan(0);
  });

  it("says so when a set is no longer on the tray, and when a file cannot be read", async () => {
    const { sets } = await planner.engine.tray.view();
    for (const { fileId } of sets.flatMap(({ files }) => files))
      await planner.engine.tray.take(fileId);
    await plannersDesk.reload();
    await plannersDesk.getByText("この送信は、もう台にありません。").waitFor();

    const [results] = monthFiles().filter(({ name }) => name.startsWith("UPJSK"));
    const name = (results?.name ?? "").replace(
      "1370000029_11_1370000011_43",
      "1370000011_43_1370000029_11",
    );
    await planner.engine.tray.put({ name, bytes: new TextEncoder().encode("202407,1\r\n") });
    await plannersDesk.getByRole("link", { name: "送信", exact: true }).first().click();
    await plannersDesk
      .getByRole("link", { name: /中を見る/ })
      .first()
      .click();
    await plannersDesk.getByText("読めないところが1か所あり").waitFor();
    await plannersDesk.getByText("表示できる書類がありません").waitFor();
    await scene.look(plannersDesk, "desk-forms-unread");
  });

  it("fits a narrow screen: text first, paper on demand", async () => {
    const phone = await scene.openDesk(helper);
    await phone.setViewportSize({ width: 390, height: 844 });
    await phone.getByRole("list", { name: "受信したデータ" }).getByRole("link").first().click();
    await phone.getByRole("link", { name: "中を見る" }).click();
    await phone.getByRole("table", { name: "第6表 サービス利用票（予定）" }).waitFor();
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0);
    await scene.look(phone, "desk-forms-phone");
    await phone.getByRole("button", { name: "紙の形" }).click();
    await phone.getByRole("img", { name: /第6表/ }).first().waitFor();
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0);
    await scene.look(phone, "desk-forms-phone-paper");
  });
});
