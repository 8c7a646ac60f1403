import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chance } from "./chance.ts";

describe("chance", () => {
  it("is the same for the same names, and another for others", () => {
    expect(numbers(new Chance(1, "office", 2))).toEqual(numbers(new Chance(1, "office", 2)));
    expect(numbers(new Chance(1, "office", 2))).not.toEqual(numbers(new Chance(1, "office", 3)));
  });

  it("is the same on any machine", () => {
    expect(numbers(new Chance(1, "office", 2))).toEqual([632, 127, 391, 20]);
  });

  it("is spread evenly", () => {
    const chance = new Chance("even");
    const tens = Array.from({ length: 10 }, () => 0);
    for (let at = 0; at < 20_000; at++) {
      const ten = chance.below(10);
      tens[ten] = (tens[ten] ?? 0) + 1;
    }
    for (const count of tens) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("takes as many different ones as asked for, in their order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(20), fc.integer(), (choices, count, seed) => {
        const some = new Chance(seed).some(choices, count);
        expect(some).toHaveLength(Math.min(count, choices.length));
        expect(choices.filter((choice) => some.includes(choice))).toEqual(some);
      }),
    );
  });

  it("weighs", () => {
    const chance = new Chance("weights");
    const taken = Array.from({ length: 4000 }, () =>
      chance.weigh([
        ["rare", 1],
        ["never", 0],
        ["often", 3],
      ] as const),
    );
    expect(taken).not.toContain("never");
    expect(taken.filter((each) => each === "rare").length / taken.length).toBeCloseTo(0.25, 1);
  });
});

function numbers(chance: Chance): readonly number[] {
  return Array.from({ length: 4 }, () => chance.below(1000));
}
