import { expect, it } from "vitest";
import { readLimits } from "./limit-option.ts";

it("reads limits by name, several at once, the last one of a name", () => {
  const first = readLimits("messageBytes=1000, keepDays=10");
  expect(readLimits("keepDays=20", first)).toEqual({ messageBytes: 1000, keepDays: 20 });
});

it("refuses names that are no limit, and values that are no count", () => {
  for (const wrong of [
    "bytes=1",
    "messageBytes",
    "keepDays=-1",
    "keepDays=0",
    "keepDays=1.5",
    "",
  ]) {
    expect(() => readLimits(wrong)).toThrow(/名前=値|1以上/);
  }
});
