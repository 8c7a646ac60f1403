import type { AnnexLine, SlipLine } from "../../check/use/facts.ts";
import { mayBeMonthly } from "../../layout/service-types.ts";

/** What table 6 and table 7 say where they differ. */
export type Difference = {
  readonly planned: number;
  readonly annexed: number;
  /** Whether the service may be counted in several ways: without times, by the day, or by the month. */
  readonly flat: boolean;
};

/** How the counts of a line differ: 回数 of table 6 and 回数／日数 of table 7; undefined when they agree. */
export function compareCounts(
  plan: readonly SlipLine[],
  annex: readonly AnnexLine[],
): Difference | undefined {
  const planned = add(plan, ({ count }) => count);
  const annexed = add(annex, ({ count }) => count);
  if (planned === annexed) return undefined;
  const flat = plan.every(isFlat);
  if (flat && waysToCount(plan, annex).includes(annexed)) return undefined;
  return { planned, annexed, flat };
}

/** How the units of a line differ; undefined when they agree. Rows with 0 units, as of percent additions, are not judged. */
export function compareUnits(
  plan: readonly SlipLine[],
  annex: readonly AnnexLine[],
): Difference | undefined {
  const flat = plan.every(isFlat);
  const planned = plan.flatMap(({ units, otherUnits, count }) =>
    [units, ...otherUnits].map((one) => ({ units: one, sum: one * count })),
  );
  const agree = (one: PlannedUnits, line: AnnexLine) =>
    fittingUnits(line, flat).includes(one.units) || (flat && one.sum === line.units);
  if (planned.some(({ units }) => units === 0) || annex.some(({ units }) => units === 0)) {
    return undefined;
  }
  const lonely = planned.find((one) => !annex.some((line) => agree(one, line)));
  const lonelyLine = annex.find((line) => !planned.some((one) => agree(one, line)));
  if (lonely === undefined && lonelyLine === undefined) return undefined;
  const [one, line] = [lonely ?? planned[0], lonelyLine ?? annex[0]];
  if (one === undefined || line === undefined) return undefined;
  return { planned: one.units, annexed: line.discountedUnits ?? line.units, flat };
}

/** Units of rows of table 6, and what the line would come to with them. */
type PlannedUnits = { readonly units: number; readonly sum: number };

/** 単位数 or 割引後単位数; of a service that is paid by the day or month also what they come to in the month. */
function fittingUnits(line: AnnexLine, flat: boolean): readonly number[] {
  const { units, count } = line;
  const discounted = line.discountedUnits ?? units;
  return flat ? [units, discounted, units * count, discounted * count] : [units, discounted];
}

/** Rows, days of use, days that may be claimed, or one for the month. */
function waysToCount(plan: readonly SlipLine[], annex: readonly AnnexLine[]): readonly number[] {
  return [
    add(plan, ({ rows }) => rows),
    add(plan, ({ days }) => countBits(days)),
    add(plan, ({ claimDays }) => claimDays),
    plan.length,
    annex.length,
    1,
  ];
}

function isFlat({ timed, claimDays, shape }: SlipLine): boolean {
  return !timed || claimDays > 0 || mayBeMonthly(shape.serviceType);
}

function countBits(mask: number): number {
  let count = 0;
  for (let left = mask >>> 0; left > 0; left >>>= 1) count += left & 1;
  return count;
}

function add<Line>(lines: readonly Line[], of: (line: Line) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}
