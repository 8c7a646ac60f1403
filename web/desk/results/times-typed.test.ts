import { parseTime } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { minutesBetween, timeAfter, timesShown, timeTyped } from "./times-typed.ts";

describe("a time as people type it", () => {
  it.each([
    ["0910", "0910"],
    ["910", "0910"],
    ["9:10", "0910"],
    ["０９：１０", "0910"],
    ["9時10分", "0910"],
    ["23:59", "2359"],
    ["2400", undefined],
    ["9", undefined],
    ["", undefined],
    ["9999", undefined],
  ])("%s is %s", (typed, time) => {
    expect(timeTyped(typed)).toBe(time);
  });
});

it("a visit that begins later ends later, over midnight too", () => {
  const minutes = minutesBetween(parseTime("2330"), parseTime("0015"));
  expect(minutes).toBe(45);
  expect(timeAfter(parseTime("2345"), minutes)).toBe("0030");
});

it("services without times say so", () => {
  expect(timesShown({ start: "9999", end: "9999" })).toBe("時刻なし");
  expect(timesShown({ start: "0900", end: "0930" })).toBe("09:00〜09:30");
});
