import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf } from "../../documents/table-6.ts";
import { type MonthOfService, parseMonth } from "../../values/month-of-service.ts";
import { parseOfficeNumber } from "../../values/office-number.ts";
import { type Weekday, weekdays } from "../../values/weekday.ts";
import { noDays, withWeekdays } from "./line-days.ts";
import { copyPlan } from "./next-month.ts";
import type { PlanDraft, PlanLine } from "./plan-draft.ts";
import type { FindServiceCode, ServiceCode } from "./service-code.ts";

const december = parseMonth("202612");
const january = parseMonth("202701");
const february = parseMonth("202702");

const bodyCare: ServiceCode = {
  code: "11Z101",
  name: "練習用身体介護",
  kana: "レンシュウヨウシンタイカイゴ",
  basis: "visit",
  units: 244,
  limit: "inside",
  unitPriceInHundredths: 1140,
  validFrom: december,
};

const sameCode: FindServiceCode = (code) => (code === bodyCare.code ? bodyCare : undefined);

const weekly = (days: readonly Weekday[]): PlanLine =>
  line({
    weekdays: days,
    counts: withWeekdays({ weekdays: [], counts: noDays(december) }, days, december),
  });

describe("a plan copied to another month", () => {
  it("has weekly services on the same weekdays, be there four weeks or five", () => {
    const { draft, notes } = copyPlan(plan(weekly(["2", "4"])), february, sameCode);
    expect(daysWith(draft)).toEqual([2, 4, 9, 11, 16, 18, 23, 25]);
    expect(draft.lines[0]?.weekdays).toEqual(["2", "4"]);
    expect(notes).toEqual([]);
  });

  it("does not carry on what was taken out or added on a single day of a weekly service", () => {
    const { weekdays: days, counts } = weekly(["2"]);
    const changed = counts.map((count, at) => (at === 7 ? 0 : at === 10 ? 1 : count));
    const { draft } = copyPlan(plan(line({ weekdays: days, counts: changed })), january, sameCode);
    // Tuesdays; and the second Friday, that was added by itself.
    expect(daysWith(draft)).toEqual([5, 8, 12, 19, 26]);
  });

  it("keeps single days on the same weekday of the same week", () => {
    const thirdThursday = on(december, 17);
    const { draft } = copyPlan(plan(line({ counts: thirdThursday })), january, sameCode);
    expect(daysWith(draft)).toEqual([21]);
  });

  it("names a day that the month does not have", () => {
    const { draft, notes } = copyPlan(
      plan(line({ counts: on(december, 10, 31) })),
      february,
      sameCode,
    );
    expect(daysWith(draft)).toEqual([11]);
    expect(notes).toEqual([
      {
        lineId: "1",
        message: expect.stringContaining("31日（第5木曜） にあたる日が、写した先の月にありません"),
      },
    ]);
  });

  it("keeps the days of a stay in a row", () => {
    const { draft } = copyPlan(
      plan(line({ counts: on(december, 5, 6, 7, 8, 9), service: { ...bodyCare, basis: "day" } })),
      january,
      () => ({ ...bodyCare, basis: "day" }),
    );
    expect(daysWith(draft)).toEqual([2, 3, 4, 5, 6]);
  });

  it("keeps what is by the month on its date, and things with their own units", () => {
    const rented = { ...bodyCare, code: "17Z001", basis: "thing", units: 1000 } as const;
    const { draft } = copyPlan(
      plan(line({ counts: on(december, 1), service: rented })),
      january,
      () => ({ ...rented, units: 0 }),
    );
    expect(daysWith(draft)).toEqual([1]);
    expect(draft.lines[0]?.service.units).toBe(1000);
  });

  it("leaves out what was by the day of a part of the month, and says so", () => {
    const part = line({ counts: on(december, 10), claimDays: `${"0".repeat(9)}${"1".repeat(22)}` });
    const { draft, notes } = copyPlan(plan(part), january, sameCode);
    expect(draft.lines).toEqual([]);
    expect(notes[0]?.message).toContain("日割");
  });

  it("takes the units of the new month, and names codes that are gone", () => {
    const renewed = copyPlan(plan(weekly(["1"])), january, () => ({ ...bodyCare, units: 250 }));
    expect(renewed.draft.lines[0]?.service.units).toBe(250);
    expect(renewed.notes[0]?.message).toContain("244 から 250");
    const gone = copyPlan(plan(weekly(["1"])), january, () => undefined);
    expect(gone.draft.lines[0]?.service.units).toBe(244);
    expect(gone.notes[0]?.message).toContain("サービスコード表にありません");
  });

  it("adds the planned days of short stay to those before", () => {
    const stay = line({
      counts: on(december, 5, 6, 7),
      service: { ...bodyCare, code: "21Z101", basis: "day" },
    });
    const { draft } = copyPlan({ ...plan(stay), stayDaysBefore: 4 }, january, () => undefined);
    expect(draft.stayDaysBefore).toBe(7);
  });

  it("is the same weekdays after any number of months", () => {
    fc.assert(
      fc.property(
        fc.subarray([...weekdays], { minLength: 1 }),
        fc.array(anyMonth, { minLength: 1, maxLength: 6 }),
        (days, months) => {
          let draft = plan(weekly(days));
          for (const month of months) draft = copyPlan(draft, month, sameCode).draft;
          const expected = daysOf(draft.month).filter(({ weekday }) => days.includes(weekday));
          expect(daysWith(draft)).toEqual(expected.map(({ day }) => day));
        },
      ),
      { seed: 9, numRuns: 200 },
    );
  });

  it("loses no single day without a word, of visits or of stays", () => {
    const days = fc.subarray(daysOf(december).map(({ day }) => day));
    fc.assert(
      fc.property(days, anyMonth, fc.constantFrom("visit", "day"), (some, month, basis) => {
        const service = { ...bodyCare, basis } as const;
        const one = line({ counts: on(december, ...some), service });
        const { draft, notes } = copyPlan(plan(one), month, () => service);
        const words = notes.map(({ message }) => message).join("");
        const named = words.match(/第\d[月火水木金土日]曜/g) ?? [];
        fc.pre(draft.lines[0]?.weekdays.length === 0);
        expect(daysWith(draft).length + named.length).toBe(some.length);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});

const anyMonth = fc
  .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => parseMonth(`${year}${String(month).padStart(2, "0")}`));

function line(given: Partial<PlanLine>): PlanLine {
  return {
    id: "1",
    service: bodyCare,
    office: { number: parseOfficeNumber("1370000029"), name: "みほん訪問介護" },
    discountRate: 100,
    hours: null,
    weekdays: [],
    counts: [],
    claimDays: null,
    past30Days: false,
    equipment: null,
    ...given,
  };
}

function plan(...lines: readonly PlanLine[]): PlanDraft {
  return { month: december, plannerName: "見本 一子", stayDaysBefore: 0, lines };
}

function on(month: MonthOfService, ...days: readonly number[]): readonly number[] {
  return daysOf(month).map(({ day }) => (days.includes(day) ? 1 : 0));
}

function daysWith({ lines: [first] }: PlanDraft): readonly number[] {
  return (first?.counts ?? []).flatMap((count, at) => (count > 0 ? [at + 1] : []));
}
