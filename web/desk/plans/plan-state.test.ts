import {
  noDays,
  type PlanLine,
  type PlannedUser,
  parseInsuredNumber,
  parseInsurerNumber,
  parseMonth,
  parseOfficeNumber,
} from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { planStateOf, plansToSend } from "./plan-state.ts";

const month = parseMonth("202612");

function plan(...lines: readonly PlanLine[]): PlannedUser {
  return {
    user: {
      insurerNumber: parseInsurerNumber("139999"),
      insuredNumber: parseInsuredNumber("0000000001"),
      name: "試験　花子",
      nameKana: "シケン　ハナコ",
      limitUnits: 19_705,
      benefitRate: 90,
    },
    draft: { month, plannerName: "", stayDaysBefore: 0, lines },
  };
}

function line(times: number): PlanLine {
  return {
    id: "1",
    service: {
      code: "11Z101",
      name: "練習用",
      basis: "visit",
      units: 244,
      limit: "inside",
      unitPriceInHundredths: 1140,
    },
    office: { number: parseOfficeNumber("1370000029"), name: "みほん" },
    discountRate: 100,
    hours: null,
    weekdays: [],
    counts: noDays(month).with(0, times),
    claimDays: null,
    past30Days: false,
    equipment: null,
  };
}

function standing(content: PlannedUser, sent: PlannedUser | null = null, isSent = false) {
  return planStateOf({ content, sent, isSent }).standing;
}

describe("the plan of a care user", () => {
  it("is none without services, and faulty while one has no day", () => {
    expect(planStateOf(undefined).standing).toBe("none");
    expect(standing(plan())).toBe("none");
    expect(standing(plan(line(0)))).toBe("faulty");
  });

  it("is ready, then sent, then changed", () => {
    const made = plan(line(1));
    expect(standing(made)).toBe("ready");
    expect(standing(made, made, true)).toBe("sent");
    expect(standing(plan(line(2)), made)).toBe("changed");
    expect(standing(plan(line(1)), made)).toBe("sent");
  });

  it("is taken back when nothing is left of what was sent, once", () => {
    const made = plan(line(1));
    expect(standing(plan(), made)).toBe("withdrawn");
    expect(standing(plan(), plan(), true)).toBe("none");
  });

  it("is sent with all others that are ready or changed", () => {
    const made = plan(line(1));
    const drafts = [
      { content: made, sent: null, isSent: false },
      { content: made, sent: made, isSent: true },
      { content: plan(line(0)), sent: null, isSent: false },
      { content: plan(), sent: made, isSent: false },
    ];
    expect(plansToSend(drafts)).toEqual([
      { ...made, sent: null },
      { ...plan(), sent: made },
    ]);
  });
});
