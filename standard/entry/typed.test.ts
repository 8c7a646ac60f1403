import { describe, expect, it } from "vitest";
import { readTypedDate, readTypedTime } from "./typed.ts";

describe("what people type", () => {
  it.each([
    ["20261201", "20261201"],
    ["２０２６／１２／１", "20261201"],
    ["R8.12.1", "20261201"],
    ["昭和10年4月1日", "19350401"],
    ["S10.4.1", "19350401"],
    ["平成40年1月1日", undefined],
    ["12月1日", undefined],
    ["", undefined],
  ])("date %s", (typed, date) => {
    expect(readTypedDate(typed)).toBe(date);
  });

  it.each([
    ["930", "0930"],
    ["９：３０", "0930"],
    ["午後1時30分", "1330"],
    ["24:00", undefined],
    ["朝", undefined],
    ["", undefined],
  ])("time %s", (typed, time) => {
    expect(readTypedTime(typed)).toBe(time);
  });
});
