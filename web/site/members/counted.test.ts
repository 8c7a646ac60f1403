import { expect, it } from "vitest";
import { byPrefecture, byServiceType, chosenCount } from "./counted.ts";

const counts = {
  at: "2026-11-23T00:00:00.000Z",
  offices: 3,
  prefectures: [
    { prefecture: "13", offices: 2 },
    { prefecture: "27", offices: 1 },
  ],
  serviceTypes: [
    { serviceType: "11", offices: 1 },
    { serviceType: "43", offices: 3 },
  ],
  cells: [
    { prefecture: "13", serviceType: "11", offices: 1 },
    { prefecture: "13", serviceType: "43", offices: 2 },
    { prefecture: "27", serviceType: "43", offices: 1 },
  ],
};

it("counts are narrowed by what is chosen", () => {
  expect([...byPrefecture(counts, { serviceType: "" })]).toEqual([
    ["13", 2],
    ["27", 1],
  ]);
  expect([...byPrefecture(counts, { serviceType: "11" })]).toEqual([["13", 1]]);
  expect(byServiceType(counts, { prefecture: "" })).toEqual([
    ["43", 3],
    ["11", 1],
  ]);
  expect(byServiceType(counts, { prefecture: "27" })).toEqual([["43", 1]]);
});

it("an office of two services is counted once where no service is chosen", () => {
  expect(chosenCount(counts, { prefecture: "", serviceType: "" })).toBe(3);
  expect(chosenCount(counts, { prefecture: "13", serviceType: "" })).toBe(2);
  expect(chosenCount(counts, { prefecture: "", serviceType: "11" })).toBe(1);
  expect(chosenCount(counts, { prefecture: "27", serviceType: "11" })).toBe(0);
});
