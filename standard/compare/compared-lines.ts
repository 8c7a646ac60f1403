import { daysOf, type MonthDay } from "../documents/table-6.ts";
import { type ComparedVisit, shownVisit } from "./compared-visit.ts";
import type { ComparedUser } from "./comparison.ts";
import { lineKeyOf, type Visit } from "./visit.ts";

/** A line of service as a month's grid shows it: what changed stands in the line where it was before. */
export type ComparedLine = {
  /** A visit of the line, for its time, code, office and equipment. */
  readonly visit: Visit;
  /** Day by day, the first at 0: at most one visit a day. */
  readonly cells: readonly (ComparedVisit | undefined)[];
  /** Counts of all its visits. */
  readonly countBefore: number;
  readonly countAfter: number;
  /** Whether results do not speak for the office of any of its visits. */
  readonly unreported: boolean;
};

/** A care user's month as a grid. */
export type ComparedMonth = {
  readonly days: readonly MonthDay[];
  /** By time; those that results do not speak of last. */
  readonly lines: readonly ComparedLine[];
};

/** Puts the visits of a care user into lines by days. Visits outside the month are in the counts only. */
export function comparedMonthOf({ month, visits }: ComparedUser): ComparedMonth {
  const days = daysOf(month);
  const byLine = Map.groupBy(visits, (one) => lineKeyOf(shownVisit(one)));
  const lines = Array.from(byLine, ([key, same]) => ({ key, line: lineOf(days, same) })).sort(
    (a, b) => Number(a.line.unreported) - Number(b.line.unreported) || (a.key < b.key ? -1 : 1),
  );
  return { days, lines: lines.map(({ line }) => line) };
}

function lineOf(days: readonly MonthDay[], visits: readonly ComparedVisit[]): ComparedLine {
  const [first] = visits;
  if (first === undefined) throw new Error("a line has a visit");
  const byDate = new Map(visits.map((one) => [shownVisit(one).date, one] as const));
  return {
    visit: shownVisit(first),
    cells: days.map(({ date }) => byDate.get(date)),
    countBefore: visits.reduce((sum, { before }) => sum + (before?.count ?? 0), 0),
    countAfter: visits.reduce((sum, { after }) => sum + (after?.count ?? 0), 0),
    unreported: visits.every(({ outcome }) => outcome === "unreported"),
  };
}
