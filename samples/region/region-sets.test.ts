import { readDocuments, readFile } from "@tsunagi/standard";
import { expect, it } from "vitest";
import { regionSets } from "./region-sets.ts";

it("the files of a region, set by set, are a document each", () => {
  const kinds = regionSets({ seed: 1, offices: 12, users: 30 }).map(
    (set) => readDocuments(set.map(({ name, bytes }) => readFile(name, bytes))).kind,
  );
  expect(new Set(kinds)).toEqual(
    new Set(["care-plan", "plan-of-use", "results", "user-basics", "preventive-plan", "deletion"]),
  );
});
