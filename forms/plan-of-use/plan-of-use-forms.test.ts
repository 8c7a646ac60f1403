import { currentVersion } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { widthOf } from "../paper/characters.ts";
import type { Form } from "../paper/form.ts";
import type { TextItem } from "../paper/item.ts";
import { formsOfRows, type GivenFile, type Values } from "../testing/given-rows.ts";
import { ringed, textsOf, wordsOf } from "../testing/marks.ts";

const user = { csvVersion: currentVersion, insurerNumber: "139999", insuredNumber: "0000000001" };
const ofMonth = { ...user, createdOn: "20261120", month: "202612", over30Days: "0" };
const visit = {
  ...ofMonth,
  planningOffice: "1370000011",
  units: "244",
  serviceDate: "20261203",
  startTime: "0900",
  endTime: "0930",
  count: "1",
  serviceCode: "111111",
  serviceOffice: "1370000029",
  serviceOfficeName: "みほん訪問介護",
};

function slipOf(...files: readonly GivenFile[]): Form {
  const [slip] = formsOfRows(...files);
  if (slip === undefined) throw new Error("no slip");
  return slip;
}

/** The days of the month over which a number stands, in the first row of that name. */
function daysWithCounts(form: Form, row: "予定" | "実績"): readonly string[] {
  const texts = textsOf(form);
  const days = texts.filter(
    ({ text, y }) => y === texts.find((one) => one.text === "31")?.y && /^\d+$/.test(text),
  );
  const heading = texts.find(({ text }) => text === row);
  const inRow = texts.filter(
    ({ y, text }) => Math.abs(y - (heading?.y ?? 0)) < 1 && /^\d+$/.test(text),
  );
  return inRow.flatMap(
    (count) => days.find((day) => Math.abs(middleOf(day) - middleOf(count)) < 0.5)?.text ?? [],
  );
}

function middleOf({ x, text, size }: TextItem): number {
  return x + (widthOf(text) * size) / 2;
}

describe("table 6", () => {
  it("has what is planned in the row 予定, and what was given in the row 実績, under its day", () => {
    const visits = [visit, { ...visit, serviceDate: "20261231", count: "2" }];
    const plan = slipOf(["UPPLAN", ...visits]);
    expect(plan.title).toBe("第6表　サービス利用票（予定）");
    expect(daysWithCounts(plan, "予定")).toEqual(["3", "31"]);
    expect(daysWithCounts(plan, "実績")).toEqual([]);
    const results = slipOf(["UPJSK", ...visits]);
    expect(results.title).toBe("第6表　サービス利用票（実績）");
    expect(daysWithCounts(results, "予定")).toEqual([]);
    expect(daysWithCounts(results, "実績")).toEqual(["3", "31"]);
  });

  it("has a month's own days with their weekdays", () => {
    const february = { ...visit, month: "202702", serviceDate: "20270228" };
    const texts = textsOf(slipOf(["UPJSK", february]));
    const weekdays = texts.find(({ text }) => text === "曜日");
    const inRow = texts.filter(
      ({ y, text }) => Math.abs(y - (weekdays?.y ?? 0)) < 1 && text.length === 1,
    );
    const words = inRow.map(({ text }) => text).filter((text) => "月火水木金土日".includes(text));
    expect(words.slice(0, 3)).toEqual(["月", "火", "水"]);
    expect(words).toHaveLength(28);
    expect(texts.map(({ text }) => text)).not.toContain("29");
  });

  it("says what the days of 日割 are, and that days past the thirtieth are meant", () => {
    const days = `0${"1".repeat(9)}0${"1".repeat(20)}`;
    const form = slipOf(["UPJSK", { ...visit, dailyClaimDays: days, over30Days: "1" }]);
    const texts = wordsOf(form);
    expect(texts).toContain("日割 2～10日、12～31日");
    expect(texts).toContain("３０日超");
  });

  it("puts rings around the certified state, and around the care level before and after a change", () => {
    const supplement = {
      ...user,
      planChangedOn: "00000000",
      nameKana: "シケン　ハナコ",
      name: "試験　花子",
      certificationStatus: "2",
      careLevel: "23",
      previousCareLevel: "13",
      careLevelChangedOn: "20261210",
      month: "202612",
    };
    const form = slipOf(["UPPLAN", visit], ["UPHOSOKU", supplement]);
    expect(ringed(form)).toEqual(["認定済", "２", "３"]);
    const texts = wordsOf(form);
    expect(texts).toContain("令和8年12月10日");
    expect(form.about).toBe("試験　花子　令和8年12月分");
  });
});

const amounts = {
  ...ofMonth,
  serviceOffice: "1370000029",
  serviceOfficeName: "みほん訪問介護",
  units: "244",
  count: "2",
  serviceUnits: "488",
};

function annexOf(...rows: readonly Values[]): readonly string[] {
  const [, annex] = formsOfRows(["UPPLAN", visit], ["UPSIKYU", ...rows]);
  return annex === undefined ? [] : wordsOf(annex);
}

describe("table 7", () => {
  it("calls subtotals by their service type and role, and the total by its name", () => {
    const texts = annexOf(
      { ...amounts, serviceCode: "111111" },
      { ...amounts, serviceCode: "11AAAA", units: "0" },
      { ...amounts, serviceCode: "11ZZZZ", units: "0" },
      { ...amounts, serviceCode: "999999", serviceOffice: "9999999999", units: "0" },
    );
    expect(texts).toEqual(expect.arrayContaining(["小計（基準内）", "小計（30日超）", "合計"]));
    expect(texts).toContain("111111");
    expect(texts).not.toContain("11AAAA");
    expect(texts).not.toContain("9999999999");
  });

  it("writes numbers with separators and prices with two decimals", () => {
    const texts = annexOf({
      ...amounts,
      serviceCode: "111111",
      totalCost: "13370",
      unitPrice: "10.7",
    });
    expect(texts).toEqual(expect.arrayContaining(["13,370", "10.70"]));
  });

  it("tells the days of short stay, before, planned and in all", () => {
    const days = { shortStayDaysBefore: "12", shortStayDaysPlanned: "7", shortStayDaysTotal: "19" };
    const texts = annexOf({ ...amounts, serviceCode: "111111", ...days });
    expect(texts).toEqual(expect.arrayContaining(["12", "7", "19"]));
  });
});
