import type { CalendarDate, FileRecord, NoTime, OfficeNumber } from "@tsunagi/standard";
import { clock, type MonthDays } from "../calendar.ts";
import type { Chance } from "../chance.ts";

type Planned = FileRecord<"UPPLAN">;
type Row = FileRecord<"UPJSK">;

/** What becomes of a visit, in a hundred. */
const fates = [
  ["as planned", 90],
  ["other time", 4],
  ["cancelled", 4],
  ["other day", 1],
  ["once more", 1],
] as const;

type Fate = (typeof fates)[number][0];

/**
 * The results 実績 of one office for one user: what became of its planned rows. Rows without a time follow what else
 * happened that day; percent additions are still without units at some offices 率の加算は 0.
 * @param planned rows of the office and service type in table 6 of one user
 */
export function resultsOf(
  planned: readonly Planned[],
  serviceOffice: OfficeNumber,
  createdOn: CalendarDate,
  days: MonthDays,
  chance: Chance,
): readonly Row[] {
  const taken = new Set(planned.map(({ serviceDate }) => serviceDate));
  const timed = planned.filter(hasTime);
  const cancelled = new Set<CalendarDate>();
  const given = timed.flatMap((visit) => {
    const fate = chance.weigh(fates);
    if (fate === "cancelled") cancelled.add(visit.serviceDate);
    return becomes(visit, fate, () => onFreeDay(visit, taken, days, chance));
  });
  const onDays = new Set(given.map(({ serviceDate }) => serviceDate));
  const along = planned.filter(
    (row) => !hasTime(row) && (onDays.has(row.serviceDate) || !cancelled.has(row.serviceDate)),
  );
  // Nothing was given at all: then no addition was either.
  if (timed.length > 0 && given.length === 0) return [];
  return [...given, ...along].map((row) => ({ ...row, createdOn, updatingOffice: serviceOffice }));
}

/** Percent additions come to 0 where the office's software leaves the sum to the claim. */
export function withoutPercent(rows: readonly Row[], codes: ReadonlySet<string>): readonly Row[] {
  return rows.map((row) => (codes.has(row.serviceCode) ? { ...row, units: 0 } : row));
}

function becomes(
  visit: Planned,
  fate: Fate,
  otherDay: () => Planned | undefined,
): readonly Planned[] {
  if (fate === "cancelled") return [];
  if (fate === "other time") return [later(visit, 10)];
  if (fate === "other day") return [otherDay() ?? visit];
  if (fate === "once more") return [visit, otherDay() ?? []].flat();
  return [visit];
}

type Timed = Planned & { readonly startTime: Exclude<Planned["startTime"], NoTime> };

function hasTime(row: Planned): row is Timed {
  return row.startTime !== "9999";
}

function later(visit: Planned, minutes: number): Planned {
  return {
    ...visit,
    startTime: clock(minutesOf(visit.startTime) + minutes),
    endTime: clock(minutesOf(visit.endTime) + minutes),
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(2));
}

/** The same on a day without another service of the office; undefined where chance found none. */
function onFreeDay(
  visit: Planned,
  taken: Set<CalendarDate>,
  days: MonthDays,
  chance: Chance,
): Planned | undefined {
  const serviceDate = days.date(chance.between(1, days.count));
  if (taken.has(serviceDate)) return undefined;
  taken.add(serviceDate);
  return { ...visit, serviceDate };
}
