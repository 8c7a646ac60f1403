import { join } from "node:path";
import type { OfficeLetter } from "@tsunagi/center";
import { openEngine, startDesk } from "@tsunagi/client";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCenterCommand } from "../../center/testing/process.ts";
import { careManagement } from "../month/offices.ts";
import { lookAtBothWidths, openPage } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

const newPassword = careManagement.officePassword;

describe("an office whose certificate the operator approves first", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let scene: Scene;
  let page: Page;
  let letter: OfficeLetter;

  beforeAll(async () => {
    scene = await setScene("approval", { certificateApproval: "operator" });
    ends.push(() => scene.end());
    const { center, folder, browser } = scene;
    letter = await center.issueOffice(careManagement.office);
    const engine = await openEngine({
      folder: join(folder, "desk"),
      centre: center.exchangeUrl,
      authority: center.authorities.join("\n"),
      retry: { pollMs: 500 },
    });
    ends.push(() => engine.close());
    engine.watch();
    const server = await startDesk({ engine });
    ends.push(() => server.stop());
    page = await openPage(browser, server.url);
    await page.getByLabel("事業所ユーザID").fill(letter.officeId);
    await page.getByLabel("パスワード", { exact: true }).fill(letter.provisionalPassword);
    await page.getByLabel("証明書発行用パスワード", { exact: true }).fill(letter.issuePassword);
    await page.getByRole("button", { name: "電子証明書を入れる" }).click();
    await page.getByLabel("新しいパスワード", { exact: true }).fill(newPassword);
    await page.getByLabel("新しいパスワード (確認用)", { exact: true }).fill(newPassword);
    await page.getByRole("button", { name: "電子証明書を入れる" }).click();
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const operator = async (...args: string[]): Promise<string> => {
    const place = { dataFolder: join(scene.folder, "center") };
    const { code, stdout } = await runCenterCommand(place, "certificate", ...args);
    expect(code).toBe(0);
    return stdout;
  };
  const pending = async (): Promise<string> => {
    const [number = ""] = (await operator("pending")).split("\t");
    return number;
  };

  it("reads what it waits for, and that there is nothing to do", async () => {
    await heading("電子証明書の承認を待っています");
    await page.getByRole("button", { name: "今すぐ確かめる" }).click();
    await page.getByText("まだ承認されていません。このままお待ちください。").waitFor();
    await lookAtBothWidths(page, "desk-approval-waiting", scene.folder);
    await page.reload();
    await heading("電子証明書の承認を待っています");
  });

  it("reads why it was refused, and asks anew", async () => {
    await operator(
      "refuse",
      await pending(),
      "--reason",
      "届出の事業所名と申請の事業所名が違います。運営窓口にお電話ください。",
    );
    await heading("電子証明書の申請は承認されませんでした");
    await page.getByText("届出の事業所名と申請の事業所名が違います。", { exact: false }).waitFor();
    await lookAtBothWidths(page, "desk-approval-refused", scene.folder);
    await page.getByRole("button", { name: "もう一度申請する" }).click();
    await heading("初期設定");
    await page.getByLabel("パスワード", { exact: true }).fill(newPassword);
    await page.getByLabel("証明書発行用パスワード", { exact: true }).fill(letter.issuePassword);
    await page.getByRole("button", { name: "電子証明書を入れる" }).click();
    await heading("電子証明書の承認を待っています");
  });

  it("is let in by itself as soon as the operator approves", async () => {
    await operator("approve", await pending());
    await heading("ログイン (1/2 個人ユーザ)");
  });
});
