import { expect, it } from "vitest";
import { faultOfDays, forDays } from "./keeping-words.ts";

it("says what no days at all mean", () => {
  expect(forDays(30)).toBe("30日");
  expect(forDays(0)).toBe("残さない");
});

it("takes whole days up to a year, and says what is asked for", () => {
  for (const days of ["0", "30", "365"]) expect(faultOfDays(days)).toBeUndefined();
  for (const days of ["366", "-1", "1.5", "三十"]) expect(faultOfDays(days)).toContain("365");
  expect(faultOfDays("")).toBe("日数を入力してください。");
});
