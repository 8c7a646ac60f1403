import { describe, expect, it } from "vitest";
import { checkFile } from "../check/check-file.ts";
import type { CheckedFile } from "../check/checked-file.ts";
import { groupIntoSets } from "./group-into-sets.ts";

const toProvider = "1370000011_43_1370000029_11_20261120100000";
const toPlanner = "1370000029_11_1370000011_43_20261120100000";

describe("sets of the standard", () => {
  it.each([
    ["care-plan", ["UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU_000000"], undefined],
    ["plan-of-use", ["UPPLAN_202612", "UPSIKYU_202612", "UPHOSOKU_202612"], "202612"],
    ["results", ["UPJSK_202612"], "202612"],
    ["user-basics", ["UPKIHON"], undefined],
    ["user-basics", ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"], undefined],
    ["preventive-plan", ["UPYOBO", "UPYOBO_SUB"], undefined],
    ["preventive-plan", ["UPYOBO"], undefined],
    ["preventive-plan", ["UPYOBO", "UPYOBO_SUB", "UPKIHON", "UPKIHON_SUB1"], undefined],
    ["deletion", ["DLT1KYO"], undefined],
    ["deletion", ["DLTPLAN_202612"], "202612"],
    ["deletion", ["DLTJSK_202612"], "202612"],
    ["deletion", ["DLTKIHON"], undefined],
    ["deletion", ["DLTYOBO"], undefined],
  ])("%s of %s", (kind, beginnings, month) => {
    const set = setOf(beginnings);
    expect(set).toMatchObject({ kind, month, missing: [], extra: [], findings: [] });
  });

  it("may hold the picture of the family", () => {
    const files = [
      named(`UPKIHON_${toProvider}.CSV`),
      named(`UPKIHON_IMAGE_${toProvider}_0001.jpg`),
    ];
    expect(groupIntoSets(files)).toMatchObject([{ kind: "user-basics", files, findings: [] }]);
  });
});

describe("pictures", () => {
  const image = named(`UPKIHON_IMAGE_${toProvider}_0001.jpg`);

  it("alone lack the basic information they belong to", () => {
    expect(groupIntoSets([image])).toMatchObject([{ kind: "user-basics", missing: ["UPKIHON"] }]);
  });

  it("have no place in a set without basic information", () => {
    const files = [named(`DLTKIHON_${toProvider}.CSV`), image];
    expect(groupIntoSets(files)).toMatchObject([
      { kind: "unknown", extra: [image.name], findings: [{ rule: "set-mixed" }] },
    ]);
  });
});

describe("a set that is not whole", () => {
  it.each([
    [["UPPLAN_202612", "UPHOSOKU_202612"], "plan-of-use", "UPSIKYU"],
    [["UPPLAN_202612", "UPSIKYU_202612"], "plan-of-use", "UPHOSOKU"],
    [["UPHOSOKU_202612"], "plan-of-use", "UPPLAN"],
    [["UPHOSOKU_000000"], "care-plan", "UP1KYO"],
    [["UP1KYO", "UP2KYO", "UPHOSOKU_000000"], "care-plan", "UP3KYO"],
    [["UPKIHON_SUB1"], "user-basics", "UPKIHON"],
    [["UPYOBO_SUB"], "preventive-plan", "UPYOBO"],
    [["UPYOBO", "UPKIHON_SUB2"], "preventive-plan", "UPKIHON"],
  ])("%s is a %s without %s", (beginnings, kind, missing) => {
    expect(setOf(beginnings)).toMatchObject({
      kind,
      missing: expect.arrayContaining([missing]),
      findings: [
        { code: "set-incomplete", severity: "error", message: expect.stringContaining(missing) },
      ],
    });
  });

  it("may lack table 3 in editions before 4.0, which had none", () => {
    const files = ["UP1KYO", "UP2KYO", "UPHOSOKU_000000"].map((beginning) => ({
      ...named(`${beginning}_${toProvider}.CSV`),
      version: "202208",
    }));
    expect(groupIntoSets(files)).toMatchObject([{ kind: "care-plan", findings: [] }]);
  });
});

describe("files that do not belong together", () => {
  it.each([
    [
      "a plan of use and its deletion",
      ["UPPLAN_202612", "UPSIKYU_202612", "DLTPLAN_202612"],
      "DLT",
    ],
    ["a care plan and a plan of use", ["UP1KYO", "UP2KYO", "UPPLAN_202612"], "UPPLAN"],
    ["two deletions", ["DLT1KYO", "DLTPLAN_202612"], "DLTPLAN"],
  ])("%s are a set of no kind, and what is too much is named", (_, beginnings, extra) => {
    expect(setOf(beginnings)).toMatchObject({
      kind: "unknown",
      missing: [],
      extra: [expect.stringContaining(extra)],
      findings: [{ code: "set-mixed" }],
    });
  });

  it("are those of two months", () => {
    const set = setOf(["UPPLAN_202612", "UPSIKYU_202701", "UPHOSOKU_202612"]);
    expect(set).toMatchObject({
      kind: "plan-of-use",
      month: undefined,
      findings: [{ code: "set-mixed", message: expect.stringContaining("年月") }],
    });
  });

  it("are two of a kind, and a care plan with a supplement of a month", () => {
    const twice = setOf(["UPJSK_202612", "UPJSK_202701"]);
    expect(twice?.findings).toMatchObject([{ rule: "set-kind-twice" }, { code: "set-mixed" }]);
    expect(twice?.extra).toEqual([`UPJSK_202701_${toPlanner}.CSV`]);
    const set = setOf(["UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU_202612"]);
    expect(set?.findings).toMatchObject([{ code: "set-mixed" }]);
  });
});

it("a file of the same name from another folder is named as one", () => {
  const set = setOf(["UPJSK_202612", "UPJSK_202612"]);
  expect(set?.findings).toMatchObject([{ rule: "file-given-twice", code: "set-mixed" }]);
});

describe("grouping", () => {
  it("goes by sender, receiver and time, in the order of the times", () => {
    const names = [
      "UPJSK_202612_1370000011_43_1370000029_11_20261120100001.CSV",
      "UPJSK_202612_1370000011_43_1370000037_11_20261120100000.CSV",
      "UPJSK_202612_1370000011_43_1370000029_15_20261120100000.CSV",
      "UPJSK_202612_1370000011_46_1370000029_11_20261120100000.CSV",
    ];
    const sets = groupIntoSets(names.map(named));
    expect(sets).toHaveLength(4);
    expect(sets.at(-1)).toMatchObject({
      time: "20261120100001",
      sender: { office: "1370000011", serviceType: "43" },
      receiver: { office: "1370000029", serviceType: "11" },
    });
    expect(new Set(sets.map(({ id }) => id)).size).toBe(4);
  });

  it("leaves out files whose names are not of the standard", () => {
    const wrong = named("memo.csv");
    expect(wrong.findings).toMatchObject([{ code: "file-name" }]);
    expect(groupIntoSets([wrong])).toEqual([]);
  });
});

function setOf(beginnings: readonly string[]) {
  const sets = groupIntoSets(
    beginnings.map((beginning) => {
      const isResults = beginning.startsWith("UPJSK") || beginning.startsWith("DLTJSK");
      return named(`${beginning}_${isResults ? toPlanner : toProvider}.CSV`);
    }),
  );
  expect(sets).toHaveLength(1);
  return sets[0];
}

/** A file of which only the name matters. */
function named(name: string): CheckedFile {
  return checkFile(name, new Uint8Array());
}
