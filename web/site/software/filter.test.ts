import { expect, it } from "vitest";
import { noWishes, wished } from "./filter.ts";

const software = {
  product: "見本ケア",
  vendor: "見本ソフト株式会社",
  carePlan: false,
  plan: true,
  results: true,
};

it("is found by words in product or vendor, and by all ranges that are asked for", () => {
  expect(wished(software, noWishes)).toBe(true);
  expect(wished(software, { words: "ソフト ケア", ranges: new Set(["plan", "results"]) })).toBe(
    true,
  );
  expect(wished(software, { words: "", ranges: new Set(["plan", "carePlan"]) })).toBe(false);
  expect(wished(software, { words: "記録", ranges: new Set() })).toBe(false);
});
