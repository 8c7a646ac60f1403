import {
  type ClockTime,
  dayOfLine,
  type GivenVisit,
  parseTime,
  type ResultLine,
} from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { dayCell, dayInWords, outcomeOf } from "./day-cell.tsx";

const times = { start: parseTime("0900"), end: parseTime("0930") };
const visit = (day: number, more: Partial<GivenVisit> = {}): GivenVisit => ({
  day,
  count: 1,
  units: 244,
  over30Days: false,
  ...times,
  ...more,
});

/** Planned on the 3rd and the 7th. */
function line(...given: readonly GivenVisit[]): ResultLine {
  const planned = [visit(3), visit(7)];
  return { id: "0", service: { serviceCode: "111111" }, times, planned, given };
}

const later: { start: ClockTime; end: ClockTime } = {
  start: parseTime("0910"),
  end: parseTime("0940"),
};

describe("a day of the results", () => {
  it.each([
    ["as planned", line(visit(3)), 3, "as-planned", "予定1回、予定どおり"],
    ["not given", line(), 3, "not-given", "予定1回、実績なし、実施なし"],
    ["moved away", line(visit(4, { movedFrom: 3 })), 3, "moved", "別の日へ移した（4日へ）"],
    ["moved here", line(visit(4, { movedFrom: 3 })), 4, "moved-here", "移した（3日から）"],
    ["at another time", line(visit(3, later)), 3, "other-time", "時刻の変更 09:10〜09:40"],
    ["more often", line(visit(3, { count: 2 })), 3, "other-count", "実績2回、回数の変更"],
    ["not planned", line(visit(20)), 20, "added", "予定なし、実績1回、予定にない実施"],
    ["empty", line(visit(3)), 5, undefined, "予定なし"],
  ] as const)("that is %s says so", (_, of, day, outcome, words) => {
    expect(outcomeOf(dayOfLine(of, day))).toBe(outcome);
    expect(dayInWords(dayOfLine(of, day))).toContain(words);
    expect(dayCell(of, day, false).says).toContain(words);
  });

  it("looks otherwise while it is being moved", () => {
    expect(dayCell(line(visit(3)), 3, true).look).toContain("result-moving");
    expect(dayCell(line(visit(3)), 3, false).look).not.toContain("result-moving");
  });
});
