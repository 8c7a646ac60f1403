import { type PlanLine, parseOfficeNumber } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { movedLine } from "./moved-line.ts";

function line(id: string, basis: PlanLine["service"]["basis"] = "visit"): PlanLine {
  return {
    id,
    service: {
      code: "11Z101",
      name: id,
      basis,
      units: 244,
      limit: "inside",
      unitPriceInHundredths: 1140,
    },
    office: { number: parseOfficeNumber("1370000029"), name: "みほん" },
    discountRate: 100,
    hours: null,
    weekdays: [],
    counts: [],
    claimDays: null,
    past30Days: false,
    equipment: null,
  };
}

const lines = [line("a"), line("addition", "permille"), line("b"), line("c")];

describe("a line that is moved", () => {
  it.each([
    ["b", -1, "b addition a c"],
    ["b", 1, "a addition c b"],
    ["a", -1, "a addition b c"],
    ["c", 1, "a addition b c"],
    ["addition", 1, "a addition b c"],
    ["unknown", 1, "a addition b c"],
  ] as const)("changes places with its neighbour among its like: %s by %i", (id, by, order) => {
    expect(
      movedLine(lines, id, by)
        .map((one) => one.id)
        .join(" "),
    ).toBe(order);
  });
});
