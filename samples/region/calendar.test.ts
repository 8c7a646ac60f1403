import { monthAfter, parseMonth } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { dayOf, MonthDays, setTimeOn } from "./calendar.ts";

const december = new MonthDays(parseMonth("202612"));

describe("the days of a month", () => {
  it("fall on their weekdays: 1 December 2026 is a Tuesday", () => {
    expect(december.on([2])).toEqual([1, 8, 15, 22, 29]);
    expect(december.on([1, 7])).toEqual([6, 7, 13, 14, 20, 21, 27, 28]);
  });

  it("end where the month ends, in leap years too", () => {
    expect(december.count).toBe(31);
    expect(new MonthDays(parseMonth("202702")).count).toBe(28);
    expect(new MonthDays(parseMonth("202802")).count).toBe(29);
    expect(dayOf(parseMonth("202702"), 31)).toBe("20270228");
  });

  it("are marked for claims by the day in 31 digits", () => {
    expect(new MonthDays(parseMonth("202702")).claimDays(26, 28)).toBe(
      "0000000000000000000000000111000",
    );
  });
});

describe("months", () => {
  it("go over the end of a year, both ways", () => {
    expect(monthAfter(parseMonth("202612"), 1)).toBe("202701");
    expect(monthAfter(parseMonth("202612"), -12)).toBe("202512");
    expect(monthAfter(parseMonth("202601"), -13)).toBe("202412");
  });
});

describe("set times", () => {
  it("are seconds of a day", () => {
    expect(setTimeOn(december.date(1), 9 * 3600 + 61)).toBe("20261201090101");
  });
});
