import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualRetryTimes, waitAfter } from "./back-off.ts";

const { firstMs, mostMs } = usualRetryTimes;

describe("the wait before trying again", () => {
  it("doubles from failure to failure, up to the longest", () => {
    const waits = [1, 2, 3, 4, 100].map((failures) => waitAfter(failures, usualRetryTimes, 0, 1));
    expect(waits).toEqual([firstMs, 2 * firstMs, 4 * firstMs, 8 * firstMs, mostMs]);
  });

  it("is never shorter than half, nor than the centre asked for, nor beyond all bounds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 3600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, asked, chance) => {
          const wait = waitAfter(failures, usualRetryTimes, asked, chance);
          expect(wait).toBeGreaterThanOrEqual(Math.max(firstMs / 2, asked * 1000));
          expect(wait).toBeLessThanOrEqual(Math.max(mostMs, asked * 1000));
        },
      ),
      { seed: 20261123 },
    );
  });
});
