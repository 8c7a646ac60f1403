import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFiles, parseMonth, readDocuments, readFile } from "@tsunagi/standard";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { JoinedOffice } from "../month/desk.ts";
import { untilMessage } from "../month/desk.ts";
import { careManagement, homeHelp, type MonthOffice } from "../month/offices.ts";
import { openPage, overflowOf } from "./chromium.ts";
import { press, tabTo, typeInto } from "./keyboard.ts";
import { type Scene, setScene } from "./scene.ts";

const dayCare: MonthOffice = {
  office: {
    number: "1370000037",
    prefecture: "13",
    name: "かくうデイサービスセンター",
    serviceTypes: ["15"],
    certificateKind: "KaigoJigyousho",
  },
  person: { familyName: "試験", givenName: "三子" },
  representative: { familyName: "見本", givenName: "秋夫" },
  officePassword: "tsunagi-tsuusho-3",
  personPassword: "kojin-tsuusho-3",
};

const december = parseMonth("202612");
const january = parseMonth("202701");

describe("a care manager without software", () => {
  let scene: Scene;
  let helpers: JoinedOffice;
  let dayCentre: JoinedOffice;
  let desk: Page;
  let address: string;

  beforeAll(async () => {
    scene = await setScene("plans");
    const manager = await scene.join(careManagement);
    helpers = await scene.join(homeHelp);
    dayCentre = await scene.join(dayCare);
    for (const { engine } of [manager, helpers, dayCentre]) engine.watch();
    const server = await scene.serve(manager);
    desk = await openPage(scene.browser, server.url);
    address = new URL(server.url).origin;
    await heading("受信一覧");
  });

  afterAll(() => scene?.end());

  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await desk?.screenshot({ path: join(tmpdir(), "tsunagi-failed-plans.png") });
  });

  function heading(name: string): Promise<void> {
    return desk.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  }

  const look = (name: string): Promise<void> => scene.look(desk, name);

  /** The days of a line that have a service. */
  async function daysOf(line: string): Promise<readonly number[]> {
    const row = desk.getByRole("row").filter({ hasText: line });
    const cells = await row.getByRole("gridcell").all();
    const names = await Promise.all(cells.map((cell) => cell.getAttribute("aria-label")));
    return names.flatMap((name) => {
      const [, day, count] = /^(\d+)日 .曜日、(\d+)回$/.exec(name ?? "") ?? [];
      return day === undefined || count === undefined ? [] : [Number(day)];
    });
  }

  async function addService(
    search: string,
    office: string,
    times: readonly [string, string] | undefined,
    weekdays: readonly string[],
  ): Promise<void> {
    await press(desk, "サービスを加える");
    await desk.getByRole("textbox", { name: "サービス", exact: true }).waitFor();
    await typeInto(desk, "サービス", search);
    await desk.getByRole("list", { name: "サービスの候補" }).getByRole("button").first().waitFor();
    await desk.keyboard.press("Enter");
    await desk.getByRole("textbox", { name: "事業所", exact: true }).waitFor();
    await typeInto(desk, "事業所", office);
    await desk.getByRole("list", { name: "事業所の候補" }).getByText(office).first().waitFor();
    await desk.keyboard.press("Enter");
    await desk.getByRole("button", { name: "この内容で入れる" }).waitFor();
    if (times !== undefined) {
      await typeInto(desk, "開始時刻", times[0]);
      await typeInto(desk, "終了時刻", times[1]);
    }
    for (const weekday of weekdays) {
      await tabTo(desk, `${weekday}曜日`);
      await desk.keyboard.press("Space");
    }
    await press(desk, "この内容で入れる");
    await desk.getByRole("button", { name: "サービスを加える" }).waitFor();
  }

  it("loads the table for practice, and is told which line of another is wrong", async () => {
    await desk.goto(`${address}/#/plans/${december}`);
    await heading("予定 令和8年12月分");
    await desk.getByText("サービスコード表がまだ入っていません。").waitFor();
    await look("desk-plans-empty");
    await press(desk, "サービスコード表を入れる");
    await heading("サービスコード表");
    await desk
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "表.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("サービスコード,名称\r\n11Z101,身体介護\r\n"),
      });
    await desk.getByText("列の名前がありません", { exact: false }).waitFor();
    await press(desk, "練習用の表を入れる");
    await desk.getByText("サービスコード表を入れました。").waitFor();
    await look("desk-service-codes");
    await press(desk, "‹ 予定の一覧へ");
    await heading("予定 令和8年12月分");
  });

  it("enters a care user by keyboard", async () => {
    await press(desk, "利用者を加える");
    await heading("利用者を加える");
    await press(desk, "保存して予定へ進む");
    await desk.getByRole("region", { name: "入力の確認" }).waitFor();
    await typeInto(desk, "保険者番号", "１３９９９９");
    await typeInto(desk, "被保険者番号", "0000000001");
    await typeInto(desk, "氏名", "試験　花子");
    await typeInto(desk, "フリガナ", "しけん　はなこ");
    await typeInto(desk, "生年月日", "S10.4.1");
    await tabTo(desk, "男性");
    await desk.keyboard.press("ArrowDown");
    await tabTo(desk, "要介護状態区分");
    for (let option = 0; option < 5; option++) await desk.keyboard.press("ArrowDown");
    await tabTo(desk, "区分支給限度基準額（単位）");
    expect(await desk.getByLabel("区分支給限度基準額（単位）").inputValue()).toBe("19705");
    await typeInto(desk, "限度額適用期間のはじめ", "R8.4.1");
    await typeInto(desk, "限度額適用期間のおわり", "令和10年3月31日");
    await look("desk-care-user");
    await press(desk, "保存して予定へ進む");
    await heading("試験　花子 様の予定");
  });

  it("enters services by code and weekday, by keyboard, and sees table 7 and the limit", async () => {
    await addService("11Z101", homeHelp.office.name, ["930", "10:00"], ["月", "木"]);
    await addService("11Z900", homeHelp.office.name, undefined, []);
    await addService("ツウショカイゴ２", dayCare.office.name, ["10:00", "16:30"], ["火", "金"]);
    expect(await daysOf("練習用身体介護")).toEqual([3, 7, 10, 14, 17, 21, 24, 28, 31]);
    const limit = desk.getByRole("region", { name: "区分支給限度" });
    // 244 × 9 + 777 × 9
    await limit.getByText("9,189単位", { exact: true }).waitFor();
    await limit.getByText("あと 10,516単位").waitFor();
    await desk.getByRole("row", { name: /^合計/ }).getByText("9,189").first().waitFor();
    await look("desk-plan");
  });

  it("changes single days by arrows, Space and digits", async () => {
    await tabTo(desk, /^1日 火曜日/);
    await desk.keyboard.press("ArrowUp");
    for (let day = 1; day < 31; day++) await desk.keyboard.press("ArrowRight");
    await desk.keyboard.press("Space");
    expect(await daysOf("練習用身体介護")).toEqual([3, 7, 10, 14, 17, 21, 24, 28]);
    await desk.keyboard.press("ArrowLeft");
    await desk.keyboard.press("1");
    expect(await daysOf("練習用身体介護")).toEqual([3, 7, 10, 14, 17, 21, 24, 28, 30]);
    await desk.getByRole("status").filter({ hasText: "保存しました" }).waitFor();
  });

  it("says in words when the limit is passed; a service taken out by mistake comes back", async () => {
    await addService(
      "15Z102",
      dayCare.office.name,
      ["10:00", "16:30"],
      ["月", "水", "木", "土", "日"],
    );
    const over = desk.getByText("限度額を", { exact: false }).first();
    await over.waitFor();
    await look("desk-plan-over");
    const lastOne = desk.getByRole("button", { name: /練習用通所介護.*を直す$/ }).last();
    for (const round of ["by mistake", "on purpose"]) {
      await lastOne.focus();
      await desk.keyboard.press("Enter");
      await press(desk, "このサービスを削除する");
      await over.waitFor({ state: "detached" });
      if (round === "on purpose") continue;
      await press(desk, "削除を取り消す");
      await over.waitFor();
    }
  });

  it("keeps what was entered when the window is closed", async () => {
    await desk.reload();
    await heading("試験　花子 様の予定");
    expect(await daysOf("練習用身体介護")).toEqual([3, 7, 10, 14, 17, 21, 24, 28, 30]);
  });

  it("copies the plan to the next month: the same weekdays, what is single on the same weekday of its week", async () => {
    await desk.goto(`${address}/#/plans/${january}`);
    await heading("予定 令和9年1月分");
    await press(desk, "先月から写す（1人）");
    await desk.getByText("1人の予定を先月から写しました。", { exact: false }).waitFor();
    await look("desk-plans-copied");
    await press(desk, /試験　花子 様/);
    await heading("試験　花子 様の予定");
    const mondaysAndThursdays = [4, 7, 11, 14, 18, 21, 25, 28];
    expect(await daysOf("練習用身体介護")).toEqual(mondaysAndThursdays);
    expect(await daysOf("練習用通所介護")).toEqual([1, 5, 8, 12, 15, 19, 22, 26, 29]);
  });

  it("sends to every partner with one button, and both receive a set that conforms", async () => {
    await press(desk, "‹ 予定の一覧へ");
    await heading("予定 令和9年1月分");
    await press(desk, "確かめて送る");
    await heading("予定を送る 令和9年1月分");
    await desk.getByText("2か所の事業所へ送ります。").waitFor();
    await look("desk-plans-send");
    await press(desk, "予定を送る");
    for (const [engine, office] of [
      [helpers.engine, homeHelp.office],
      [dayCentre.engine, dayCare.office],
    ] as const) {
      const message = await untilMessage(
        engine,
        "received",
        office.name,
        ({ month }) => month === january,
      );
      const files = await Promise.all(
        message.files.map(async ({ name }) => {
          const { read } = await engine.file(message.id, name);
          const pieces: Uint8Array[] = [];
          for await (const piece of read()) pieces.push(piece);
          return { name, bytes: Uint8Array.from(Buffer.concat(pieces)) };
        }),
      );
      const report = await checkFiles(
        files.map(({ name, bytes }) => ({
          path: name,
          name,
          size: bytes.length,
          read: () => [bytes],
        })),
      );
      expect(report.files.flatMap(({ findings }) => findings)).toEqual([]);
      expect(report.sets.flatMap(({ findings }) => findings)).toEqual([]);
      const document = readDocuments(files.map(({ name, bytes }) => readFile(name, bytes)));
      expect(document).toMatchObject({ kind: "plan-of-use", month: january });
      expect(document.kind === "plan-of-use" && document.users.map(({ name }) => name)).toEqual([
        "試験　花子",
      ]);
    }
    const trail = desk.getByRole("list", { name: "いま送信したデータ" });
    await trail.getByText("相手が開封", { exact: false }).nth(1).waitFor();
    await look("desk-plans-sent");
    await press(desk, "‹ 予定の一覧へ");
    await desk.getByText("送信済み").waitFor();
    await desk.getByText("送る予定はありません。").waitFor();
  });

  it("takes the plan back from a partner that has no part in it any more", async () => {
    await press(desk, /試験　花子 様/);
    await heading("試験　花子 様の予定");
    await press(desk, /練習用通所介護.*を直す$/);
    await press(desk, "このサービスを削除する");
    await press(desk, "‹ 予定の一覧へ");
    await desk.getByText("送ったあとに変更").waitFor();
    await press(desk, "確かめて送る");
    await desk.getByText("前に送った予定の取り消し", { exact: false }).waitFor();
    await look("desk-plans-withdrawn");
    await press(desk, "予定を送る");
    await untilMessage(dayCentre.engine, "received", "deletion", ({ files }) =>
      files.some(({ name }) => name.startsWith(`DLTPLAN_${january}`)),
    );
    await press(desk, "‹ 予定の一覧へ");
    await desk.getByText("送信済み").waitFor();
  });

  it("takes in an office that is not on the network, and says that it gets nothing from here", async () => {
    await press(desk, /試験　花子 様/);
    await heading("試験　花子 様の予定");
    await press(desk, "サービスを加える");
    await desk.getByRole("textbox", { name: "サービス", exact: true }).waitFor();
    await typeInto(desk, "サービス", "テスリ");
    await desk.getByRole("list", { name: "サービスの候補" }).getByRole("button").first().waitFor();
    await desk.keyboard.press("Enter");
    await press(desk, "名簿にない事業所を入れる");
    await typeInto(desk, "事業所番号", "1370000045");
    await typeInto(desk, "事業所の名称", "ためし福祉用具センター");
    await press(desk, "この事業所にする");
    await typeInto(desk, "用具の単位数（1台）", "300");
    await typeInto(desk, "TAISコード", "00005-000040");
    await typeInto(desk, "用具の名称（機種名）", "手すり たちあがり");
    await press(desk, "この内容で入れる");
    await desk.getByRole("row").filter({ hasText: "手すり たちあがり" }).first().waitFor();
    await press(desk, "‹ 予定の一覧へ");
    await press(desk, "確かめて送る");
    await desk.getByText("ここからは送れません").waitFor();
    await desk.getByText("1か所の事業所へ送ります。").waitFor();
    await look("desk-plans-other-office");
    const download = desk.waitForEvent("download");
    await press(desk, "ためし福祉用具センター: ファイルに保存");
    expect((await download).suggestedFilename()).toMatch(/_1370000045_17_/);
    await press(desk, "予定を送る");
    await desk.getByText("相手が開封しました").waitFor();
  });

  it("takes care users and plans over from a message", async () => {
    await press(desk, "‹ 予定の一覧へ");
    await press(desk, "送受信した予定から取り込む");
    await heading("送受信した予定から取り込む");
    await desk
      .getByRole("button", { name: /取り込む$/ })
      .first()
      .waitFor();
    await press(desk, /訪問介護.*の予定を取り込む$/);
    await desk.getByText("予定がもうある方は、そのままにしました", { exact: false }).waitFor();

    // The other side has the plan, and no draft of it.
    const theirs = await scene.openDesk(helpers);
    await theirs.getByRole("link", { name: "予定", exact: true }).click();
    await theirs.getByRole("link", { name: "送受信した予定から取り込む" }).click();
    await theirs
      .getByRole("button", { name: /取り込む$/ })
      .first()
      .click();
    await theirs.getByText("1人の令和9年1月分の予定を取り込みました。").waitFor();
    await scene.look(theirs, "desk-plans-take-over");
    await theirs.getByRole("link", { name: "令和9年1月分の予定を開く" }).click();
    await theirs.getByRole("link", { name: /試験.花子 様/ }).click();
    await theirs.getByRole("row").filter({ hasText: "手すり たちあがり" }).first().waitFor();
    await theirs.context().close();
  });

  it("fits a phone", async () => {
    await desk.setViewportSize({ width: 390, height: 844 });
    for (const [place, title, name] of [
      ["", "予定 令和9年1月分", "desk-plans-phone"],
      ["/care-user/new", "利用者を加える", "desk-care-user-phone"],
      ["/service-codes", "サービスコード表", "desk-service-codes-phone"],
    ] as const) {
      await desk.goto(`${address}/#/plans/${january}${place}`);
      await heading(title);
      expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
      await look(name);
    }
    await desk.goto(`${address}/#/plans/${december}`);
    await desk.getByRole("link", { name: /試験.花子 様/ }).click();
    await heading("試験　花子 様の予定");
    await desk.getByRole("button", { name: /練習用身体介護.*を直す$/ }).click();
    await desk.getByRole("button", { name: "この内容で入れる" }).waitFor();
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
    await look("desk-plan-phone");
  });
});
