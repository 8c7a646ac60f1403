import { type Weekday, weekdays } from "../values/weekday.ts";
import type { FileRow } from "./file-row.ts";

/** The services of one day of the week, by the time they begin. */
export type DayOfWeek = {
  readonly weekday: Weekday;
  readonly services: readonly FileRow<"UP3KYO">[];
};

/** Table 3 週間サービス計画表 of one plan. A row that tells two things stands in both places. */
export type Week = {
  /** Monday to Sunday, always seven. */
  readonly days: readonly DayOfWeek[];
  /** 主な日常生活上の活動, by the time they begin; those without a time last. */
  readonly activities: readonly FileRow<"UP3KYO">[];
  /** 週単位以外のサービス. */
  readonly outsideTheWeek: readonly FileRow<"UP3KYO">[];
  /** Rows that have no place in the week: a service without a weekday, or nothing at all. */
  readonly unplaced: readonly FileRow<"UP3KYO">[];
};

/** Rebuilds the week from the rows of table 3 of one plan. */
export function weekOf(rows: readonly FileRow<"UP3KYO">[]): Week {
  return {
    days: weekdays.map((weekday) => ({
      weekday,
      services: byStart(
        rows.filter(({ record }) => isService({ record }) && record.weekday === weekday),
        ({ record }) => record.serviceStart,
      ),
    })),
    activities: byStart(rows.filter(isActivity), ({ record }) => record.activityStart),
    outsideTheWeek: rows.filter(isOutsideTheWeek),
    unplaced: rows.filter(isUnplaced),
  };
}

/** Every row of a week, some of them twice. */
export function rowsOfWeek(week: Week): readonly FileRow<"UP3KYO">[] {
  return [
    ...week.days.flatMap(({ services }) => services),
    ...week.activities,
    ...week.outsideTheWeek,
    ...week.unplaced,
  ];
}

type Row = Pick<FileRow<"UP3KYO">, "record">;

function isService({ record }: Row): boolean {
  const { service, weekday, serviceStart, serviceEnd } = record;
  return [service, weekday, serviceStart, serviceEnd].some((value) => value !== undefined);
}

function isActivity({ record: { activity, activityStart, activityEnd } }: Row): boolean {
  return [activity, activityStart, activityEnd].some((value) => value !== undefined);
}

function isOutsideTheWeek({ record }: Row): boolean {
  return record.outsideTheWeek !== undefined;
}

function isUnplaced(row: Row): boolean {
  if (isService(row)) return row.record.weekday === undefined;
  return !isActivity(row) && !isOutsideTheWeek(row);
}

function byStart(
  rows: readonly FileRow<"UP3KYO">[],
  startOf: (row: FileRow<"UP3KYO">) => string | undefined,
): readonly FileRow<"UP3KYO">[] {
  return rows.toSorted((a, b) => compare(startOf(a) ?? "9999", startOf(b) ?? "9999"));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
