import { expect, it } from "vitest";
import { deduction, period, renewalStanding, yen } from "./licence-words.ts";

it("says the period in eras, both days included", () => {
  expect(period({ from: "2026-11-23", until: "2027-11-22" })).toBe(
    "令和8年11月23日から令和9年11月22日まで",
  );
});

it("says what is paid, when, and from what; nothing when a campaign makes it free", () => {
  expect(yen(21_000)).toBe("21,000円");
  expect(deduction({ feeYen: 21_000, deductionMonth: "2027-01" })).toContain(
    "令和9年1月に振り込まれる",
  );
  expect(deduction({ feeYen: 0, deductionMonth: "2027-01" })).toBe("お支払いはありません");
});

it("opens the renewal by hand on its day, until it is done", () => {
  const renewal = { done: false, opensOn: "2027-09-24" };
  expect(renewalStanding(renewal, "2027-09-23")).toBe("early");
  expect(renewalStanding(renewal, "2027-09-24")).toBe("open");
  expect(renewalStanding({ ...renewal, done: true }, "2027-10-01")).toBe("done");
});
