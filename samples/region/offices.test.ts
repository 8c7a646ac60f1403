import { describe, expect, it } from "vitest";
import { District } from "./offices.ts";

const types = ["43", "46", "11", "15", "17", "13", "21", "78", "A2", "A6", "63", "67", "24"];

describe("a district", () => {
  it("has what every user needs, even the smallest", () => {
    const smallest = new District(1, 0, 8);
    for (const type of types) expect(smallest.giving(type).length).toBeGreaterThan(0);
    expect(smallest.giving("12")).toEqual([]);
  });

  it("has four service offices to a care manager's office, as the country has", () => {
    const { planners, centers } = new District(1, 0, 64);
    expect(planners.length + centers.length).toBeGreaterThanOrEqual(11);
    expect(planners.length + centers.length).toBeLessThanOrEqual(14);
  });
});

describe("office numbers", () => {
  it("are unique, of the area 00 that no real office has, and end in a right check digit", () => {
    const numbers = [new District(1, 8_980, 64), new District(1, 9_044, 64)].flatMap((district) =>
      types.flatMap((type) => district.giving(type).map(({ number }) => number)),
    );
    const all = new Set(numbers);
    expect(all.size).toBeGreaterThan(80);
    expect(new Set(Array.from(all, (number) => number.slice(0, 2)))).toEqual(new Set(["13", "14"]));
    for (const number of all) {
      expect(number.slice(2, 5)).toBe("700");
      expect(luhn(number) % 10).toBe(0);
    }
  });

  it("leave those of the small month alone", () => {
    const [first] = new District(1, 0, 8).planners;
    expect(Number(first?.number)).toBeGreaterThan(1_370_000_999);
  });
});

function luhn(number: string): number {
  return Array.from(number)
    .reverse()
    .reduce((sum, digit, at) => {
      const weighted = at % 2 === 1 ? String(Number(digit) * 2) : digit;
      return sum + Array.from(weighted).reduce((total, each) => total + Number(each), 0);
    }, 0);
}
