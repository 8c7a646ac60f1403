import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "./calendar-date.ts";
import { dateInEra, monthInEra, setTimeInEra, shortDateInEra } from "./japanese-date.ts";
import { parseMonth } from "./month-of-service.ts";
import { parseSetTime } from "./set-time.ts";
import { weekdayOf, weekdaySign } from "./weekday.ts";

describe("dates in eras", () => {
  it("say when a set was written, to the minute", () => {
    expect(setTimeInEra(parseSetTime("20261120091500"))).toBe("令和8年11月20日 09:15");
  });

  it.each([
    ["20261120", "令和8年11月20日", "R8.11.20"],
    ["20190501", "令和元年5月1日", "R1.5.1"],
    ["20190430", "平成31年4月30日", "H31.4.30"],
    ["19890107", "昭和64年1月7日", "S64.1.7"],
    ["19261224", "大正15年12月24日", "T15.12.24"],
    ["19120729", "明治45年7月29日", "M45.7.29"],
    ["18680101", "1868年1月1日", "1868.1.1"],
  ])("%s is %s, in short %s", (date, words, short) => {
    expect(dateInEra(parseDate(date))).toBe(words);
    expect(shortDateInEra(parseDate(date))).toBe(short);
  });

  it("are those of the calendar in every browser, since Japan counts days as the world does", () => {
    const calendar = new Intl.DateTimeFormat("ja-JP-u-ca-japanese-nu-latn", {
      era: "long",
      year: "numeric",
      month: "long",
      day: "numeric",
      timeZone: "UTC",
    });
    fc.assert(
      fc.property(anyDay(), (day) => {
        expect(dateInEra(parseDate(digits(day)))).toBe(
          calendar.format(day).replace(/(?<!\d)1年/, "元年"),
        );
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it("name a month after its first day", () => {
    expect(monthInEra(parseMonth("202612"))).toBe("令和8年12月");
    expect(monthInEra(parseMonth("201904"))).toBe("平成31年4月");
    expect(monthInEra(parseMonth("201905"))).toBe("令和元年5月");
  });
});

describe("weekdays", () => {
  it("count from Monday, as the code list does", () => {
    expect(weekdayOf(parseDate("20261123"))).toBe("1");
    expect(weekdayOf(parseDate("20261129"))).toBe("7");
    expect(weekdaySign("1") + weekdaySign("7")).toBe("月日");
  });

  it("follow one another", () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        const next = new Date(day.getTime() + 86_400_000);
        const today = Number(weekdayOf(parseDate(digits(day))));
        expect(Number(weekdayOf(parseDate(digits(next))))).toBe((today % 7) + 1);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

function anyDay(): fc.Arbitrary<Date> {
  return fc.date({
    min: new Date("1873-01-01"),
    max: new Date("2199-12-30"),
    noInvalidDate: true,
  });
}

function digits(day: Date): string {
  return day.toISOString().slice(0, 10).replaceAll("-", "");
}
