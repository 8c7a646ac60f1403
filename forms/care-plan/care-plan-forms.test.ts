import { readDocumentsLeniently } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { drawForms } from "../draw-forms.ts";
import type { Form } from "../paper/form.ts";
import { outsideMargins, overlaps, ringedWords, standsOn, textOn } from "../testing/check-pages.ts";
import { type GivenValues, type LongFile, LongRows } from "../testing/long-rows.ts";

const nothing = { pictures: new Map<string, Uint8Array>() };

/** The forms of the files of a care plan. */
function formsOf(...files: readonly LongFile[]): readonly Form[] {
  const { documents, unread } = readDocumentsLeniently(files.map(({ file }) => file));
  expect(unread).toEqual([]);
  return documents.flatMap((document) => [...drawForms(document, nothing)]);
}

const supplement = { planChangedOn: "20261110", month: "000000", name: "試験　花子" };

describe("第1表", () => {
  const [form] = formsOf(
    new LongRows(3).file("UP1KYO", [
      { careLevel: "23", planStage: "53", certificationStatus: "1", homeHelpReason: "2" },
    ]),
    new LongRows(3).file("UPHOSOKU", [supplement]),
  );
  if (form === undefined) throw new Error("table 1 is drawn");

  it("has what is chosen in rings, all of it where two stages hold", () => {
    expect(ringedWords(form)).toEqual(["紹介", "継続", "申請中", "３", "２．家族等が障害、疾病等"]);
  });

  it("says whose it is and when, in eras", () => {
    expect(form.about).toBe("試験　花子　令和8年11月10日作成");
    const drawn = textOn([form]);
    for (const said of [
      "試験花子殿",
      "作成年月日令和8年11月10日",
      "令和8年11月10日～令和8年11月10日",
    ]) {
      expect(drawn).toContain(said);
    }
  });

  it("also has a level that its row of choices does not", () => {
    const [outside] = formsOf(new LongRows(3).file("UP1KYO", [{ careLevel: "12" }]));
    expect(outside && ringedWords(outside)).toContain("要支援１");
  });
});

describe("第2表", () => {
  it("joins cells that go on over several rows, and says so where they go on over the page", () => {
    const table = new LongRows(60).file("UP2KYO", needs());
    const [form] = formsOf(table);
    const pages = (form?.pages ?? []).map((page) =>
      textOn([{ title: "", about: "", pages: [page] }]),
    );
    expect(pages.length).toBeGreaterThan(1);
    const drawn = pages.join("");
    for (const { text } of table.texts.filter(({ key }) => key === "need")) {
      const first = text.slice(0, 5);
      expect(drawn.split(first)).toHaveLength(drawn.split(text.slice(24, 29)).length);
    }
    for (const page of pages) {
      expect(page).toContain("生活全般の解決すべき課題");
      expect(page).toContain("について、保険給付対象内サービスについては○印を付す。");
    }
    expect(pages[1]).toContain("（続き）");
  });

  it("has ○ where a service is covered by the insurance", () => {
    const rows = ["Y", "N", "Y"].map((coverage, at) => ({ coverage, supportNo: `${at + 1}` }));
    const [form] = formsOf(new LongRows(2).file("UP2KYO", rows));
    const circles = form?.pages.flatMap(({ items }) =>
      items.filter((item) => item.kind === "text" && item.text === "○"),
    );
    expect(circles).toHaveLength(2);
  });
});

describe("第3表", () => {
  const quiet = { outsideTheWeek: "", activity: "", activityStart: "", activityEnd: "" };
  const at = (weekday: string, serviceStart: string, serviceEnd: string, service: string) => ({
    ...quiet,
    weekday,
    serviceStart,
    serviceEnd,
    service,
  });
  it("has services at their day and time, those at one time side by side", () => {
    const { find } = drawnOf(
      at("1", "0800", "1000", "訪問"),
      at("1", "0900", "1000", "看護"),
      at("2", "1600", "1700", "入浴"),
    );
    const [first, second, third] = ["8:00～", "9:00～", "16:00～17:00 入浴"].map(find);
    const hour = ((third?.y ?? 0) - (first?.y ?? 0)) / 8;
    expect(hour).toBeCloseTo(128 / 24, 1);
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(hour, 1);
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(14.5, 1);
    expect((third?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(29, 1);
  });

  it("goes on in the column of the next day where a service goes past midnight", () => {
    const { find } = drawnOf(at("7", "2300", "0700", "夜間"));
    const [before, after] = [find("23:00～7:00 夜間"), find("（前日から）")];
    expect((before?.x ?? 0) - (after?.x ?? 0)).toBeCloseTo(6 * 29, 1);
    expect(after?.y).toBeLessThan(before?.y ?? 0);
  });

  it("marks what does not fit its time, once for all its days, and tells it below", () => {
    const long = "とても長いサービスの名前".repeat(12);
    const { form, find } = drawnOf(
      ...["1", "3"].flatMap((weekday) => [
        at(weekday, "0900", "0930", long),
        at(weekday, "0930", "1000", "次"),
      ]),
    );
    expect(find("※1")).toBeDefined();
    expect(find("※2")).toBeUndefined();
    const drawn = textOn(form === undefined ? [] : [form]);
    expect(drawn).toContain(`※1月曜日9:00～9:30、水曜日9:00～9:30${long}`);
  });
});

describe("texts as long as may be go on over the pages, and every character of them stands there", () => {
  it.each([
    { kind: "UP1KYO", rows: [{}], lengths: [1, 700, 5000] },
    { kind: "UP2KYO", rows: needs(), lengths: [1, 90, 700] },
    { kind: "UP3KYO", rows: week(), lengths: [1, 12, 60, 900] },
  ] as const)("$kind", ({ kind, rows, lengths }) => {
    for (const length of lengths) {
      const long = new LongRows(length);
      const table = long.file(kind, rows);
      const forms = formsOf(table, long.file("UPHOSOKU", [supplement]));
      const drawn = textOn(forms);
      expect(table.texts.length).toBeGreaterThan(8);
      expect(table.texts.filter(({ text }) => !standsOn(drawn, text))).toEqual([]);
      for (const form of forms) {
        expect(outsideMargins(form)).toEqual([]);
        expect(overlaps(form)).toEqual([]);
      }
    }
  });
});

it("a name that fills pages by itself is repeated by its beginning, and told once whole in each form", () => {
  const long = new LongRows(3000);
  const files = [long.file("UP2KYO", [{}]), long.file("UP3KYO", [{}])];
  const whose = long.file("UPHOSOKU", [{ planChangedOn: "20261110", month: "000000" }]);
  const name = whose.texts.find(({ key }) => key === "name")?.text ?? "";
  const forms = formsOf(...files, whose);
  expect(forms).toHaveLength(2);
  for (const form of forms) {
    expect(standsOn(textOn([form]).replaceAll(`${name.slice(0, 24)}…`, ""), name)).toBe(true);
    expect(outsideMargins(form)).toEqual([]);
    expect(overlaps(form)).toEqual([]);
  }
});

/** Table 3 of rows, and its texts by how they begin. */
function drawnOf(...rows: readonly GivenValues[]) {
  const [form] = formsOf(new LongRows(1).file("UP3KYO", rows));
  const texts = (form?.pages[0]?.items ?? []).filter((item) => item.kind === "text");
  return { form, find: (words: string) => texts.find(({ text }) => text.startsWith(words)) };
}

/** Three needs with two goals each and three services each; what is as above is left empty, as on paper. */
function needs(): readonly GivenValues[] {
  const asAbove = ["need", "longTermGoal", "longTermPeriod", "shortTermGoal", "shortTermPeriod"];
  return [1, 2, 3].flatMap((needNo) =>
    [1, 2].flatMap((goalNo) =>
      [1, 2, 3].map((supportNo) => ({
        needNo: `${needNo}`,
        goalNo: `${goalNo}`,
        supportNo: `${supportNo}`,
        ...(supportNo > 1 && Object.fromEntries(asAbove.map((key) => [key, ""]))),
      })),
    ),
  );
}

/** A crowded week: at once, one after the other, past midnight, without times, and what is not weekly. */
function week(): readonly GivenValues[] {
  const noService = { service: "", weekday: "", serviceStart: "", serviceEnd: "" };
  const noActivity = { activity: "", activityStart: "", activityEnd: "" };
  const services = [
    ...Array.from({ length: 7 }, () => ["1", "0900", "0910"]),
    ...["0800", "0810", "0820", "0830", "0840"].map((start) => ["2", start, "0900"]),
    ["3", "0900", "0930"],
    ["3", "0930", "1000"],
    ["3", "1000", "1200"],
    ["4", "2330", "0010"],
    ["4", "2350", "2350"],
    ["5", "0930", ""],
    ["5", "", ""],
    ["", "0930", "1000"],
    ["6", "0000", "2359"],
    ["7", "2300", "0700"],
  ].map(([weekday = "", serviceStart = "", serviceEnd = ""]) => ({
    ...noActivity,
    outsideTheWeek: "",
    weekday,
    serviceStart,
    serviceEnd,
  }));
  const activities = ["0600", "0610", "0700", "2350", ""].map((activityStart) => ({
    ...noService,
    outsideTheWeek: "",
    activityStart,
    activityEnd: "",
  }));
  return [...services, ...activities, { ...noService, ...noActivity }];
}
