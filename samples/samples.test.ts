import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groupIntoSets, hasErrors, readFile, readRecords } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { brokenFiles } from "./broken-files.ts";
import { monthFiles, sampleFiles } from "./sample-files.ts";

const committed = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.(?:CSV|jpg|pdf)$/i.test(path),
);

describe("the committed samples", () => {
  it("are what make.ts writes, no more and no less", () => {
    const made = sampleFiles().map(({ folder, name }) => join(folder, name));
    expect(new Set(committed)).toEqual(new Set(made));
  });

  it.each(sampleFiles())("$folder/$name is written byte for byte", ({ folder, name, bytes }) => {
    expect(readFileSync(join(import.meta.dirname, folder, name)).equals(bytes)).toBe(true);
  });
});

describe("the month", () => {
  const files = monthFiles().map(({ name, bytes }) => readFile(name, bytes));

  it("has no findings, and is a plan of use and the results that answer it", () => {
    expect(files.flatMap(({ findings }) => findings)).toEqual([]);
    expect(groupIntoSets(files)).toMatchObject([
      { kind: "plan-of-use", month: "202612", findings: [] },
      { kind: "results", month: "202612", findings: [] },
    ]);
  });

  it("holds characters that plain Shift_JIS does not have", () => {
    expect(files.flatMap(({ rows }) => rows.flat()).join("")).toMatch(/髙.*①/s);
  });

  it("adds up: table 7 counts and sums the visits of table 6, within the limit", () => {
    const [visits, annex, [user]] = [
      readRecords("UPPLAN", fileOf("UPPLAN")),
      readRecords("UPSIKYU", fileOf("UPSIKYU")),
      readRecords("UPHOSOKU", fileOf("UPHOSOKU")),
    ];
    for (const row of annex.filter(({ units }) => units > 0)) {
      const visited = visits.filter(({ serviceCode }) => serviceCode === row.serviceCode);
      expect(row.count).toBe(visited.length);
      expect(row.serviceUnits).toBe(row.units * row.count);
      expect(visited.every(({ units }) => units === row.units)).toBe(true);
    }
    const units = visits.reduce((sum, visit) => sum + visit.units, 0);
    for (const serviceCode of ["11AAAA", "999999"]) {
      expect(annex.find((row) => row.serviceCode === serviceCode)).toMatchObject({
        count: visits.length,
        serviceUnits: units,
        limitWithinUnits: units,
        totalCost: 35_237,
        claimedAmount: 31_713,
        copay: 3_524,
      });
    }
    expect(annex.at(-1)).toMatchObject({ serviceCode: "999999", serviceOffice: "9999999999" });
    expect(units).toBe(3_091);
    expect(units).toBeLessThan(user?.limitUnits ?? 0);
  });

  it("visits on the weekdays of the plan, and answers each visit but the one called off", () => {
    const visits = readRecords("UPPLAN", fileOf("UPPLAN"));
    const results = readRecords("UPJSK", fileOf("UPJSK"));
    const weekdays = visits.map(({ serviceDate }) => new Date(iso(serviceDate)).getUTCDay());
    expect(new Set(weekdays)).toEqual(new Set([1, 2, 4]));
    expect(results).toHaveLength(visits.length - 1);
  });

  function fileOf(kind: string) {
    const file = files.find((one) => one.kind === kind);
    if (file === undefined) throw new Error(`no ${kind} in the month`);
    return file;
  }
});

describe("a broken file", () => {
  it.each(brokenFiles())(
    "$folder has the finding its folder names, and a right name",
    ({ folder, name, bytes }) => {
      const file = readFile(name, bytes);
      expect(hasErrors(file)).toBe(true);
      expect(file.fileName).toBeDefined();
      expect(file.findings.map(({ code }) => code)).toEqual([folder.replace("broken/", "")]);
    },
  );
});

function iso(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
}
