import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthTableOf, type SlipRow } from "../documents/table-6.ts";
import type { FileRecord } from "../records/file-record.ts";
import { parseDate } from "../values/calendar-date.ts";
import { parseMonth } from "../values/month-of-service.ts";
import { parseOfficeNumber } from "../values/office-number.ts";
import { parseInsuredNumber, parseInsurerNumber } from "../values/person-numbers.ts";
import { comparedMonthOf } from "./compared-lines.ts";
import type { ComparedVisit } from "./compared-visit.ts";
import { type Comparison, compareSides, isSame } from "./comparison.ts";
import { describeComparison } from "./describe-comparison.ts";
import { officeServiceKey, type Side, type SideKind, userMonthKey } from "./side.ts";

type Row = FileRecord<"UPPLAN">;

const month = parseMonth("202612");

/** Few values of each, so that visits meet often. */
const anyRow: fc.Arbitrary<Row> = fc
  .record({
    insured: fc.constantFrom("0000000001", "0000000002"),
    day: fc.integer({ min: 1, max: 3 }),
    times: fc.constantFrom(["0900", "0930"], ["0910", "0940"], ["0900", "1000"], ["9999", "9999"]),
    count: fc.integer({ min: 1, max: 2 }),
    units: fc.constantFrom(0, 244, 387),
    serviceCode: fc.constantFrom("111111", "112111", "151111", "171003"),
    office: fc.constantFrom("1370000029", "1370000037"),
    satellite: fc.constantFrom(undefined, "01"),
    taisCode: fc.constantFrom(undefined, "00001-000010"),
    lineNo: fc.constantFrom(undefined, 1, 2),
  })
  .map(
    ({ insured, day, times, count, units, serviceCode, office, satellite, taisCode, lineNo }) => ({
      csvVersion: "202407",
      insurerNumber: parseInsurerNumber("139999"),
      insuredNumber: parseInsuredNumber(insured),
      createdOn: parseDate("20261120"),
      month,
      planningOffice: parseOfficeNumber("1370000011"),
      units,
      serviceDate: parseDate(`2026120${day}`),
      // The times above are times of day, or none.
      startTime: times[0] as Row["startTime"],
      endTime: times[1] as Row["endTime"],
      count,
      serviceCode,
      serviceOffice: parseOfficeNumber(office),
      ...(satellite !== undefined && { satellite }),
      ...(taisCode !== undefined && { taisCode }),
      ...(lineNo !== undefined && { lineNo }),
      over30Days: "0" as const,
    }),
  );

const anySide: fc.Arbitrary<Side> = fc
  .tuple(fc.constantFrom<SideKind>("plan", "results"), fc.array(anyRow, { maxLength: 12 }))
  .map(([kind, records]) => sideOf(kind, records));

function sideOf(kind: SideKind, records: readonly Row[]): Side {
  const rows = records.map((record, at): SlipRow => ({ row: at + 1, record }));
  const users = Map.groupBy(rows, ({ record }) => userMonthKey(record, month));
  return {
    kind,
    users: new Map(
      Array.from(users, ([key, ofUser]) => {
        const { insurerNumber, insuredNumber } = ofUser[0]?.record ?? {};
        if (insurerNumber === undefined || insuredNumber === undefined) throw new Error("no row");
        const table6 = monthTableOf(month, ofUser);
        const rest = { name: undefined, table7: undefined, supplement: undefined, times: [] };
        return [key, { insurerNumber, insuredNumber, month, table6, ...rest }];
      }),
    ),
    reported:
      kind === "plan"
        ? undefined
        : new Set(records.map((one) => officeServiceKey(one.serviceOffice, one.serviceCode))),
  };
}

const settings = { seed: 12, numRuns: 400 };

describe("of any two months", () => {
  it("each visit of both sides is accounted for exactly once", () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const { users } = compareSides(before, after);
        for (const [side, name] of [
          [before, "before"],
          [after, "after"],
        ] as const) {
          const compared = users.flatMap(({ visits }) => visits.flatMap((one) => one[name] ?? []));
          expect(rowsIn(compared.flatMap(({ rows }) => rows))).toEqual(rowsIn(rowsOf(side)));
          const counts = users.reduce((sum, { totals }) => sum + totals[name].count, 0);
          const spokenOf = users.flatMap(({ visits }) =>
            visits.flatMap((one) => (one.outcome === "unreported" ? [] : (one[name] ?? []))),
          );
          expect(counts).toBe(spokenOf.reduce((sum, { count }) => sum + count, 0));
        }
      }),
      settings,
    );
  });

  it("one is the same as itself", () => {
    fc.assert(
      fc.property(anySide, (side) => {
        expect(isSame(compareSides(side, side))).toBe(true);
      }),
      settings,
    );
  });

  it("the other way round is the mirror image", () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const there = compareSides(before, after);
        const back = compareSides(after, before);
        expect(pairsOf(back, mirrored)).toEqual(pairsOf(there, (one) => one));
        expect(isSame(back)).toBe(isSame(there));
      }),
      settings,
    );
  });

  it("results say nothing of offices that they do not name", () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        for (const { visits } of compareSides(before, after).users) {
          for (const { outcome, before: was } of visits) {
            if (was === undefined || after.reported === undefined) continue;
            const named = after.reported.has(officeServiceKey(was.serviceOffice, was.serviceCode));
            expect(outcome === "unreported").toBe(!named);
          }
        }
      }),
      settings,
    );
  });

  it("the grid has a place for each visit, and the words fit a terminal", () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const comparison = compareSides(before, after);
        for (const user of comparison.users) {
          const cells = comparedMonthOf(user).lines.flatMap((line) =>
            line.cells.flatMap((cell) => cell ?? []),
          );
          expect(new Set(cells).size).toBe(user.visits.length);
        }
        expect(describeComparison(comparison).every((line) => line.length <= 100)).toBe(true);
      }),
      settings,
    );
  });
});

function rowsOf({ users }: Side): readonly SlipRow[] {
  return [...users.values()].flatMap(
    ({ table6 }) => table6?.lines.flatMap(({ visits }) => visits) ?? [],
  );
}

function rowsIn(rows: readonly SlipRow[]): readonly number[] {
  return rows.map(({ row }) => row).sort((a, b) => a - b);
}

type Pair = readonly [outcome: string, before: string | undefined, after: string | undefined];

function pairsOf({ users }: Comparison, turn: (pair: Pair) => Pair): readonly string[] {
  return users
    .flatMap(({ insuredNumber, visits }) =>
      visits.map((one) => JSON.stringify([insuredNumber, turn(pairOf(one))])),
    )
    .sort();
}

function pairOf({ outcome, before, after }: ComparedVisit): Pair {
  return [outcome, before?.key, after?.key];
}

function mirrored([outcome, before, after]: Pair): Pair {
  const turned = { missing: "added", added: "missing" }[outcome] ?? outcome;
  return [turned, after, before];
}
