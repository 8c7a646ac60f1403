import { describe, expect, it } from "vitest";
import { checkFiles } from "../../report/check-files.ts";
import { carePlanRules } from "../care-plan-rules.ts";
import { formRules } from "../form-rules.ts";
import { nameRules } from "../name-rules.ts";
import { type RuleName, rules } from "../rules.ts";
import { setRules } from "../set-rules.ts";
import { useRules } from "../use-rules.ts";
import { valueRules } from "../value-rules.ts";
import * as base from "./base-sets.ts";
import type { SampleFiles } from "./sample-files.ts";
import { samples } from "./samples.ts";

describe("the sets that samples are made from", () => {
  it.each([
    ["care plan", base.carePlan()],
    ["plan of use", base.planOfUse()],
    ["results", base.results()],
    ["basic information", base.basics()],
    ["preventive plan", base.preventivePlan()],
    ["deletion of a care plan", base.deletion("DLT1KYO")],
    ["deletion of a plan of use", base.deletion("DLTPLAN")],
    ["deletion of results", base.deletion("DLTJSK")],
    ["deletion of basic information", base.deletion("DLTKIHON")],
    ["deletion of a preventive plan", base.deletion("DLTYOBO")],
    ["plan of use and its results", base.planOfUse().and(base.results())],
  ])("conform: %s", async (_, files) => {
    expect(await findingsOf(files)).toEqual([]);
  });
});

const names = Object.keys(rules) as RuleName[];

it("no two tables have a rule of the same name", () => {
  const tables = [nameRules, formRules, valueRules, useRules, carePlanRules, setRules];
  expect(names).toHaveLength(tables.reduce((sum, table) => sum + Object.keys(table).length, 0));
});

it("the codes that others rely on are there", () => {
  const codes = new Set(Object.values(rules).map(({ code }) => code));
  expect(codes.isSupersetOf(new Set(lastingCodes))).toBe(true);
});

const lastingCodes = [
  ["file-name", "encoding", "unmappable-character", "header-row", "line-end", "field-count"],
  ["quote", "required", "length", "format", "code", "version-unknown", "version-old"],
  ["version-mixed", "month-mixed", "month-mismatch", "office-mismatch", "date-outside-month"],
  ["service-out-of-scope", "equipment-code-missing", "total-missing", "sum-mismatch"],
  ["over-limit", "user-not-served", "set-incomplete", "set-mixed", "orphan", "duplicate-key"],
].flat();

describe("every rule", () => {
  it.each(names)("%s has a sample", (name) => {
    expect(samples[name]).toBeDefined();
  });

  it.each(Object.entries(samples))("%s is triggered, and not just beside", async (name, sample) => {
    const found = await rulesFound(sample.triggers());
    expect(found).toContain(name);
    const expected = new Set<string>([name, ...(sample.also ?? [])]);
    expect([...found].filter((rule) => !expected.has(rule))).toEqual([]);
    expect(await rulesFound(sample.beside())).not.toContain(name);
  });
});

async function rulesFound(files: SampleFiles): Promise<ReadonlySet<string>> {
  return new Set((await findingsOf(files)).map(({ rule }) => rule));
}

async function findingsOf(files: SampleFiles) {
  const report = await checkFiles(files.given());
  return [...report.files, ...report.sets].flatMap<{
    readonly rule: RuleName;
    readonly message: string;
  }>(({ findings }) => findings);
}
