import { parseMonth } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { defaultRegion, RegionError, regionOptions } from "./options.ts";
import { region } from "./region.ts";

describe("the options of a region", () => {
  it("are a small town where nothing is said", () => {
    expect(regionOptions({})).toEqual(defaultRegion);
    expect(regionOptions({ users: 500 })).toEqual({ ...defaultRegion, users: 500 });
  });

  it.each([
    [{ offices: 7 }, "事業所の数は 8 から 400,000 までの整数にしてください。"],
    [{ offices: 400_001 }, "事業所の数は 8 から 400,000 までの整数にしてください。"],
    [{ users: 0 }, "利用者の数は 1 から 10,000,000 までの整数にしてください。"],
    [{ users: 1.5 }, "利用者の数は 1 から 10,000,000 までの整数にしてください。"],
    [{ users: Number.NaN }, "利用者の数は 1 から 10,000,000 までの整数にしてください。"],
    [{ month: parseMonth("199912") }, "対象年月は 200004 から 209912 までにしてください。"],
    [{ seed: 0.5 }, "種（seed）は整数にしてください。"],
  ])("are refused with a sentence: %o", (given, sentence) => {
    expect(() => regionOptions(given)).toThrow(new RegionError(sentence));
    expect(() => region(given)).toThrow(RegionError);
  });
});
