import { describe, expect, it } from "vitest";
import { planOfUse, provider, results } from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";
import { parseMonth } from "../values/month-of-service.ts";
import { daysOf, type MonthLine } from "./table-6.ts";
import { printedTable7 } from "./table-7.ts";
import { documentOf } from "./testing/sample-documents.ts";

describe("table 6 is a month", () => {
  it("of days that have their weekdays", () => {
    expect(daysOf(parseMonth("202612"))).toHaveLength(31);
    expect(daysOf(parseMonth("202602")).at(-1)).toEqual({
      day: 28,
      date: "20260228",
      weekday: "6",
    });
    expect(daysOf(parseMonth("202402")).at(-1)).toMatchObject({ day: 29, weekday: "4" });
  });

  it("with a line for what is given at the same time under the same code, and its counts by days", () => {
    const lines = linesOf(planOfUse());
    expect(
      lines.map(({ startTime, serviceCode, total }) => [startTime, serviceCode, total]),
    ).toEqual([
      ["0900", "111111", 2],
      ["1400", "117211", 1],
    ]);
    expect(lines[0]?.counts.flatMap((count, at) => (count > 0 ? [at + 1] : []))).toEqual([3, 7]);
    expect(lines[0]?.visits.map(({ record }) => record.serviceDate)).toEqual([
      "20261203",
      "20261207",
    ]);
  });

  it("where two visits of a day add up", () => {
    const lines = linesOf(planOfUse().again("UPPLAN", 1, { count: "2" }));
    expect(lines[0]?.counts[2]).toBe(3);
    expect(lines[0]?.total).toBe(4);
  });

  it("where services without a time come last, and earlier ones first", () => {
    const timeless = { startTime: "9999", endTime: "9999", serviceCode: "114000" };
    const early = { startTime: "0700", endTime: "0730" };
    const lines = linesOf(planOfUse().with("UPPLAN", 1, timeless).again("UPPLAN", 2, early));
    expect(lines.map(({ startTime }) => startTime)).toEqual(["0700", "0900", "1400", "9999"]);
  });

  it.each([
    ["another office", { serviceOffice: "1370000037" }],
    ["another satellite", { satellite: "01" }],
    ["other equipment", { taisCode: "00001-000010" }],
    ["equal equipment under another number", { lineNo: "2" }],
  ])("where %s has a line of its own", (_, change) => {
    expect(linesOf(planOfUse().with("UPPLAN", 2, change))).toHaveLength(3);
  });

  it("of results too", () => {
    const [user] = documentOf("results", results()).users;
    expect(user?.table6.lines.map(({ total }) => total)).toEqual([2, 1]);
    expect(user?.month).toBe("202612");
  });
});

describe("table 7 is amounts", () => {
  it("by office and service type, with subtotals and the total", () => {
    const [user] = documentOf("plan-of-use", planOfUse()).users;
    expect(user?.table7).toMatchObject({
      month: "202612",
      offices: [
        {
          office: provider.office,
          name: "みほん訪問介護ステーション",
          services: [
            {
              serviceType: "11",
              details: [
                { record: { serviceCode: "111111" } },
                { record: { serviceCode: "117211" } },
              ],
              subtotals: [{ role: "inside", record: { serviceCode: "11AAAA" } }],
            },
          ],
        },
      ],
      totals: [{ role: "total", record: { limitWithinUnits: 667 } }],
    });
  });

  it("and prints as it stands in the file, each row with what it is", () => {
    const sample = planOfUse().with("UPSIKYU", 2, { serviceCode: "11EEEE" });
    const [user] = documentOf("plan-of-use", sample).users;
    const rows = user?.table7 === undefined ? [] : printedTable7(user.table7);
    expect(rows.map(({ row, role }) => [row, role])).toEqual([
      [1, "detail"],
      [2, "outside"],
      [3, "inside"],
      [4, "total"],
    ]);
  });
});

function linesOf(sample: SampleFiles): readonly MonthLine[] {
  return documentOf("plan-of-use", sample).users[0]?.table6?.lines ?? [];
}
