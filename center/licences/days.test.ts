import { describe, expect, it } from "vitest";
import { dayAfter, dayInTokyo, lastDayOfYear, monthAfter } from "./days.ts";

describe("days in Tokyo", () => {
  it("begin at 15:00 UTC of the day before", () => {
    expect(dayInTokyo(new Date("2026-11-22T14:59:59.999Z"))).toBe("2026-11-22");
    expect(dayInTokyo(new Date("2026-11-22T15:00:00.000Z"))).toBe("2026-11-23");
    expect(dayInTokyo(new Date("2026-12-31T15:00:00.000Z"))).toBe("2027-01-01");
  });

  it.each([
    ["2026-11-23", "2027-11-22"],
    ["2027-01-01", "2027-12-31"],
    ["2027-03-01", "2028-02-29"],
    ["2028-02-29", "2029-02-28"],
    ["2027-02-28", "2028-02-27"],
  ])("a year from %s lasts until %s", (from, until) => {
    expect(lastDayOfYear(from)).toBe(until);
  });

  it("go on over months and years", () => {
    expect(dayAfter("2027-12-31", 1)).toBe("2028-01-01");
    expect(monthAfter("2026-11-30", 2)).toBe("2027-01");
    expect(monthAfter("2026-01-31", 1)).toBe("2026-02");
  });
});
