import type { Draft } from "@tsunagi/contract/desk";
import type { ResultsRoute } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { routeState } from "./route-state.ts";

const route = {
  manager: { office: "1370000011", serviceType: "43" },
  own: { office: "1370000029", serviceType: "11" },
  users: [
    { insurerNumber: "139999", insuredNumber: "0000000001" },
    { insurerNumber: "139999", insuredNumber: "0000000002" },
  ],
} as unknown as ResultsRoute;

function draft(number: number, checked: boolean, sentRevision: number | null = null): Draft {
  const planner = { office: "1370000011" };
  return {
    kind: "results",
    month: "202612",
    route: "1370000011_43_11",
    savedAt: "",
    careUser: `139999_000000000${number}`,
    content: { planTime: "20261120100000", checked, planner, lines: [] },
    revision: 2,
    sentRevision,
    sentContent: null,
  };
}

describe("how far the results for a care manager are", () => {
  it.each([
    ["not begun", [], { state: "not-begun", checked: 0, users: 2 }],
    ["in work", [draft(1, true)], { state: "in-work", checked: 1, correcting: false }],
    ["ready", [draft(1, true), draft(2, true)], { state: "ready", correcting: false }],
    ["sent", [draft(1, true, 2), draft(2, true, 2)], { state: "sent", correcting: false }],
    ["corrected", [draft(1, false, 1), draft(2, true, 2)], { state: "in-work", correcting: true }],
    [
      "corrected, ready",
      [draft(1, true, 1), draft(2, true, 2)],
      { state: "ready", correcting: true },
    ],
  ] as const)("%s", (_, drafts, state) => {
    expect(routeState(route, drafts)).toMatchObject(state);
  });

  it("is told by its own drafts only", () => {
    const others = [1, 2].map((number) => ({ ...draft(number, true), route: "1370000037_43_11" }));
    expect(routeState(route, others)).toMatchObject({ state: "not-begun" });
  });
});
