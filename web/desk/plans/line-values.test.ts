import { type PlanLine, parseMonth, parseOfficeNumber } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { faultsOf, mended } from "../../parts/state/form-values.ts";
import { lineFrom, lineMends, rulesOfLine, valuesOfLine } from "./line-values.ts";

const december = parseMonth("202612");
const office = { number: parseOfficeNumber("1370000029"), name: "みほん訪問介護" };

function service(code: string, basis: PlanLine["service"]["basis"], units: number) {
  return { code, name: code, basis, units, limit: "inside", unitPriceInHundredths: 1140 } as const;
}

const visit = service("11Z101", "visit", 244);
const chosen = { service: visit, office, weekdays: ["1", "4"], past30Days: false } as const;

function daysWith({ counts }: PlanLine): readonly number[] {
  return counts.flatMap((count, at) => (count > 0 ? [at + 1] : []));
}

describe("a line that is entered", () => {
  it("stands on all days of its weekdays, at the times that were typed in any way", () => {
    const typed = { ...valuesOfLine(visit, office, undefined), start: "９時３０分", end: "1000" };
    const values = mended(typed, lineMends);
    expect(values).toMatchObject({ start: "9:30", end: "10:00" });
    expect(faultsOf(values, rulesOfLine(visit, december))).toEqual({});
    const line = lineFrom(chosen, values, december, undefined);
    expect(daysWith(line)).toEqual([3, 7, 10, 14, 17, 21, 24, 28, 31]);
    expect(line.hours).toEqual({ start: "0930", end: "1000" });
  });

  it("keeps its single days when only the time is changed", () => {
    const values = valuesOfLine(visit, office, undefined);
    const before = lineFrom(chosen, values, december, undefined);
    const changed = { ...before, counts: before.counts.with(2, 0).with(4, 2) };
    const later = lineFrom(chosen, { ...values, start: "9:00", end: "9:30" }, december, changed);
    expect(later.counts).toEqual(changed.counts);
    expect(later.id).toBe(before.id);
  });

  it("needs both times or none", () => {
    const values = { ...valuesOfLine(visit, office, undefined), start: "9:30" };
    expect(Object.keys(faultsOf(values, rulesOfLine(visit, december)))).toEqual(["end"]);
  });

  it("of a thing for rent needs its units and one of its codes, and stands on the first day", () => {
    const rental = service("17Z003", "thing", 0);
    const values = valuesOfLine(rental, office, undefined);
    const rules = rulesOfLine(rental, december);
    expect(Object.keys(faultsOf(values, rules)).sort()).toEqual(["taisCode", "units"]);
    const filled = { ...values, units: "1000", pieces: "2", taisCode: "00001-000010" };
    expect(faultsOf(filled, rules)).toEqual({});
    const line = lineFrom({ ...chosen, service: rental }, filled, december, undefined);
    expect(line.service.units).toBe(1000);
    expect(line.counts[0]).toBe(2);
    expect(line.equipment).toEqual({ taisCode: "00001-000010" });
  });

  it("of a part of the month claims its days, and counts them on the first", () => {
    const daily = service("76Z112", "day", 320);
    const values = { ...valuesOfLine(daily, office, undefined), claimFrom: "10", claimTo: "31" };
    const rules = rulesOfLine(daily, december);
    expect(faultsOf(values, rules)).toEqual({});
    expect(Object.keys(faultsOf({ ...values, claimTo: "9" }, rules))).toEqual(["claimTo"]);
    const line = lineFrom({ ...chosen, service: daily }, values, december, undefined);
    expect(line.claimDays).toBe(`${"0".repeat(9)}${"1".repeat(22)}`);
    expect(daysWith(line)).toEqual([10]);
    expect(line.counts[9]).toBe(22);
    expect(valuesOfLine(daily, office, line)).toMatchObject({ claimFrom: "10", claimTo: "31" });
  });

  it("of an addition stands on no day", () => {
    const addition = service("11Z900", "permille", 245);
    const values = valuesOfLine(addition, office, undefined);
    expect(faultsOf(values, rulesOfLine(addition, december))).toEqual({});
    const line = lineFrom({ ...chosen, service: addition }, values, december, undefined);
    expect(line).toMatchObject({ counts: [], weekdays: [] });
  });
});
