import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "../values/calendar-date.ts";
import { parseMonth } from "../values/month-of-service.ts";
import { parseOfficeNumber } from "../values/office-number.ts";
import { parseInsuredNumber, parseInsurerNumber } from "../values/person-numbers.ts";
import { annexRecords } from "./annex-records.ts";
import type { ChargedLine, ChargedService } from "./charge.ts";
import { reckon } from "./reckon.ts";

const line = (serviceCode: string, units: number, count: number): ChargedLine => ({
  serviceCode,
  units,
  discountRate: 100,
  limit: "inside",
  count,
});

const service = (office: string, serviceType: string, lines: readonly ChargedLine[]) =>
  ({
    office: parseOfficeNumber(office),
    serviceType,
    unitPriceInHundredths: 1140,
    lines,
    additions: [],
  }) satisfies ChargedService;

const visits = service("1370000029", "11", [line("11Z101", 244, 9), line("11Z201", 179, 5)]);
const dayCare = service("1370000037", "15", [line("15Z001", 658, 8)]);

const head = {
  insurerNumber: parseInsurerNumber("139999"),
  insuredNumber: parseInsuredNumber("0000000001"),
  createdOn: parseDate("20261120"),
  month: parseMonth("202612"),
  planner: parseOfficeNumber("1370000011"),
};

describe("a month against the limit", () => {
  it("is within it up to the last unit", () => {
    const account = reckon({ limitUnits: 8355, benefitRate: 90 }, [visits, dayCare]);
    expect(account).toMatchObject({ managed: 8355, excess: 0 });
  });

  it("lets what is above it fall to the last services, and no more to each than it has", () => {
    const { services, excess } = reckon({ limitUnits: 2000, benefitRate: 90 }, [visits, dayCare]);
    expect(excess).toBe(6355);
    expect(services.map((one) => one.excess)).toEqual([1091, 5264]);
  });

  it("adds percentages to what is within the limit only, and does not count them against it", () => {
    const additions = [{ serviceCode: "11Z900", thousandths: 245 }];
    const payer = { limitUnits: 3000, benefitRate: 90 };
    const account = reckon(payer, [{ ...visits, additions }]);
    expect(account).toMatchObject({ managed: 3091, excess: 91 });
    expect(account.services[0]?.units.outside).toBe(735);
  });

  it("loses no unit, whatever the services and the limit", () => {
    const anyService = fc
      .array(fc.tuple(fc.integer({ min: -50, max: 2000 }), fc.integer({ min: 1, max: 31 })), {
        maxLength: 4,
      })
      .map((lines) =>
        service(
          "1370000029",
          "11",
          lines.map(([units, count]) => line("11Z101", units, count)),
        ),
      );
    fc.assert(
      fc.property(
        fc.array(anyService, { maxLength: 4 }),
        fc.nat(40_000),
        (services, limitUnits) => {
          const account = reckon({ limitUnits, benefitRate: 90 }, services);
          const above = account.services.reduce((sum, { excess }) => sum + excess, 0);
          const hasReduction = account.services.some(({ units }) => units.inside < 0);
          expect(account.managed - account.excess).toBeLessThanOrEqual(limitUnits);
          if (!hasReduction) expect(above).toBe(account.excess);
          for (const { units, excess } of account.services) {
            expect(excess).toBeLessThanOrEqual(Math.max(units.inside, 0));
          }
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("table 7", () => {
  it("carries the amounts of several lines in their subtotal, and all of them in the total", () => {
    const rows = annexRecords(reckon({ limitUnits: 19_705, benefitRate: 90 }, [visits]), head);
    expect(rows.map((row) => row.serviceCode)).toEqual(["11Z101", "11Z201", "11AAAA", "999999"]);
    expect(rows[2]).toMatchObject({ managedUnits: 3091, totalCost: 35_237, copay: 3524 });
    expect(rows[3]).toMatchObject({ claimedAmount: 31_713, selfPaid: 0 });
    expect(rows[0]?.totalCost).toBeUndefined();
  });

  it("carries those of a single line in the line, and says what the user pays alone", () => {
    const rows = annexRecords(reckon({ limitUnits: 5000, benefitRate: 80 }, [dayCare]), head);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      limitExcessUnits: 264,
      limitWithinUnits: 5000,
      totalCost: 57_000,
      claimedAmount: 45_600,
      copay: 11_400,
      selfPaid: 3009,
    });
  });

  it("names a branch in the subtotal only where all lines are of it", () => {
    const branch = { ...line("11Z101", 244, 2), satellite: "01" };
    expect(subtotalOf([branch, branch])?.satellite).toBe("01");
    expect(subtotalOf([branch, line("11Z201", 179, 1)])?.satellite).toBeUndefined();
  });

  it("leaves out services without a line", () => {
    const rows = annexRecords(
      reckon({ limitUnits: 9999, benefitRate: 90 }, [service("1370000029", "11", [])]),
      head,
    );
    expect(rows.map((row) => row.serviceCode)).toEqual(["999999"]);
  });
});

function subtotalOf(lines: readonly ChargedLine[]) {
  return annexRecords(
    reckon({ limitUnits: 9999, benefitRate: 90 }, [{ ...visits, lines }]),
    head,
  )[2];
}
