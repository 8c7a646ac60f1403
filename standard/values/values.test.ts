import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StandardError } from "../errors.ts";
import { isDate, parseDate } from "./calendar-date.ts";
import { isTime, parseTime } from "./clock-time.ts";
import { isMonth, parseMonth } from "./month-of-service.ts";
import { isOfficeNumber, parseOfficeNumber } from "./office-number.ts";
import { isInsuredNumber, parseInsuredNumber, parseInsurerNumber } from "./person-numbers.ts";
import { parseServiceType } from "./service-type.ts";
import { isSetTime, parseSetTime, setTimeOf } from "./set-time.ts";

describe("office numbers", () => {
  it.each(["1370000011", "12A3456789"])("%s is one", (text) => {
    expect(parseOfficeNumber(text)).toBe(text);
  });
  it.each(["", "137000001", "13700000111", "12a3456789", "１３７００００００１１", "1370000011\n"])(
    "%j is none",
    (text) => {
      expect(isOfficeNumber(text)).toBe(false);
    },
  );
});

describe("dates, months and times exist", () => {
  it("as those of the calendar do, on every day from Meiji to 2199", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1868, max: 2199 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          const text = `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
          expect(isDate(text)).toBe(exists);
        },
      ),
      { seed: 2, numRuns: 2000 },
    );
  });

  it.each([
    ["20240229", true],
    ["20230229", false],
    ["21000229", false],
    ["20000229", true],
    ["18671231", false],
    ["2026112", false],
    ["２０２６１１２０", false],
  ])("%s: %s", (text, exists) => {
    expect(isDate(text)).toBe(exists);
  });

  it("for months, times of day and set times", () => {
    expect(["202601", "202612"].every(isMonth)).toBe(true);
    expect(["202600", "202613", "000000", "26012"].some(isMonth)).toBe(false);
    expect(["0000", "0930", "2359"].every(isTime)).toBe(true);
    expect(["2400", "0960", "930", "9999"].some(isTime)).toBe(false);
    expect(isSetTime("20261120235959")).toBe(true);
    expect(["20261120240000", "20261131000000", "2026112023595"].some(isSetTime)).toBe(false);
  });

  it("and a moment has its set time in Japan, on any computer", () => {
    expect(setTimeOf(new Date("2026-11-20T15:30:05Z"))).toBe("20261121003005");
  });
});

it("insured numbers may begin with H", () => {
  expect(isInsuredNumber("H123456789")).toBe(true);
  expect(isInsuredNumber("123456789H")).toBe(false);
});

describe("what is not one is refused in Japanese, with a stable code", () => {
  it.each([
    ["office-number", () => parseOfficeNumber("1")],
    ["service-type", () => parseServiceType("043")],
    ["month", () => parseMonth("2026-12")],
    ["date", () => parseDate("20261301")],
    ["time", () => parseTime("2500")],
    ["set-time", () => parseSetTime("1")],
    ["number", () => parseInsurerNumber("1")],
    ["number", () => parseInsuredNumber("1")],
  ])("%s", (code, parse) => {
    expect(parse).toThrow(StandardError);
    expect(parse).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining("ください") }),
    );
  });

  it("and what is personal does not stand in the words for logs", () => {
    try {
      parseInsuredNumber("12345");
    } catch (error) {
      expect((error as StandardError).detail).not.toContain("12345");
    }
    expect.assertions(1);
  });
});
