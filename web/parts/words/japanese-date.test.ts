import { describe, expect, it } from "vitest";
import {
  dateAndTime,
  dateOfDay,
  dateOfInstant,
  daysUntil,
  monthInEra,
  monthOfService,
} from "./japanese-date.ts";

describe("dates in eras", () => {
  it("writes a point of time with era, weekday and time in Tokyo", () => {
    expect(dateAndTime("2026-11-23T05:05:00.000Z")).toBe("令和8年11月23日(月) 14:05");
  });

  it("changes the day at midnight in Tokyo, not in UTC", () => {
    expect(dateAndTime("2026-12-31T14:59:00.000Z")).toBe("令和8年12月31日(木) 23:59");
    expect(dateAndTime("2026-12-31T15:00:00.000Z")).toBe("令和9年1月1日(金) 00:00");
  });

  it("calls the first year of an era 元年, and keeps the era of the day before", () => {
    expect(dateOfInstant("2019-04-30T14:59:59.000Z")).toBe("平成31年4月30日");
    expect(dateOfInstant("2019-04-30T15:00:00.000Z")).toBe("令和元年5月1日");
  });

  it("writes calendar days and months", () => {
    expect(dateOfDay("2027-11-22")).toBe("令和9年11月22日");
    expect(monthOfService("202612")).toBe("令和8年12月分");
    expect(monthInEra("2027-01")).toBe("令和9年1月");
    expect(monthInEra("201905")).toBe("令和元年5月");
    expect(monthInEra("201904")).toBe("平成31年4月");
  });
});

describe("days left", () => {
  const now = new Date("2026-11-23T00:00:00.000Z");

  it("counts a begun day as a day and nothing below zero", () => {
    expect(daysUntil("2026-11-24T00:00:00.000Z", now)).toBe(1);
    expect(daysUntil("2026-11-23T00:00:01.000Z", now)).toBe(1);
    expect(daysUntil("2027-02-21T00:00:00.000Z", now)).toBe(90);
    expect(daysUntil("2026-11-22T00:00:00.000Z", now)).toBe(0);
  });
});
