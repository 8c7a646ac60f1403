import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import type { JoinedOffice } from "../month/desk.ts";
import { careManagement, homeHelp } from "../month/offices.ts";
import { openPage } from "./chromium.ts";
import { type Scene, setScene } from "./scene.ts";

const files = ["UPPLAN", "UPSIKYU", "UPHOSOKU"].map((kind) =>
  join(
    projectFolder,
    `samples/month/${kind}_202612_1370000011_43_1370000029_11_20261120100000.CSV`,
  ),
);

describe("the pages: what did not reach its receiver, and how long what did is kept", () => {
  let scene: Scene;
  let planner: JoinedOffice;
  let helper: JoinedOffice;
  let desk: Page;
  let id = "";

  beforeAll(async () => {
    scene = await setScene("undelivered");
    planner = await scene.join(careManagement);
    helper = await scene.join(homeHelp);
    const given = files.map(async (path) => ({
      name: basename(path),
      bytes: new Uint8Array(await readFile(path)),
    }));
    const sent = await planner.engine.sendFiles(await Promise.all(given));
    await planner.engine.sendNow();
    id = sent.messageIds[0] ?? "";
    await expireNow();
    desk = await scene.openDesk(planner);
  });

  afterAll(() => scene?.end());

  /** What the centre's housekeeping does after 90 days. */
  async function expireNow(): Promise<void> {
    const sql = postgres(scene.center.databaseUrl, { max: 1 });
    await sql`update messages set expired_at = now(), bytes_dropped_at = now() where id = ${id}`;
    await sql.end();
  }

  it("tells the sender in its inbox that a message was not received in time", async () => {
    await desk.getByRole("button", { name: "いま確認する" }).click();
    await desk.getByRole("link", { name: /届きませんでした/ }).click();
    await desk.getByText("相手が期限までに受け取らなかった").waitFor();
    await scene.look(desk, "desk-notice");
  });

  it("leads to the message, and sends it again from there", async () => {
    await desk.getByRole("link", { name: "送ったデータを見る" }).click();
    await desk.getByText("相手に届きませんでした。確認をお願いします。").waitFor();
    await scene.look(desk, "desk-expired");

    await desk.getByRole("button", { name: "同じファイルをもう一度送る" }).click();
    await desk.getByText("センターが受け付けました").waitFor();
    expect(desk.url()).not.toContain(id);
    const { received } = await helper.engine.fetchNow();
    expect(received).toEqual([desk.url().split("/").at(-1)]);
  });

  it("lets the receiver's office set at the portal how long what it received is kept", async () => {
    const portal = await openPage(scene.browser, `${scene.center.webUrl}/portal/`);
    await portal.getByLabel("事業所ユーザID").fill(helper.letter.officeId);
    await portal.getByLabel("パスワード", { exact: true }).fill(homeHelp.officePassword);
    await portal.getByRole("button", { name: "ログインする" }).click();
    await portal.getByRole("link", { name: "保存期間" }).click();
    await portal.getByText("30日", { exact: true }).waitFor();
    await portal.getByText("この事業所で決める").click();
    await portal.getByLabel("日数 (0から365まで)").fill("400");
    await portal.getByRole("button", { name: "保存期間を変える" }).click();
    await portal.getByText("365", { exact: false }).nth(1).waitFor();
    await portal.getByLabel("日数 (0から365まで)").fill("１４");
    await portal.getByRole("button", { name: "保存期間を変える" }).click();
    await portal.getByText("保存期間を変えました").waitFor();
    await portal.getByText("14日", { exact: true }).waitFor();
    await scene.look(portal, "portal-keeping");
  });
});
