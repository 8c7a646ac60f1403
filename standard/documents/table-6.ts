import { type CalendarDate, isDate } from "../values/calendar-date.ts";
import type { ClockTime, NoTime } from "../values/clock-time.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { OfficeNumber } from "../values/office-number.ts";
import { type Weekday, weekdayOf } from "../values/weekday.ts";
import type { FileRow } from "./file-row.ts";

/** A row of table 6: of a plan, or of results, which have the same fields. */
export type SlipRow = FileRow<"UPPLAN">;

/** A day of the month at the head of table 6. */
export type MonthDay = {
  /** From 1. */
  readonly day: number;
  readonly date: CalendarDate;
  readonly weekday: Weekday;
};

/** A line of table 6: what is given at the same time, under the same code, by the same office, with the same equipment. */
export type MonthLine = {
  readonly startTime: ClockTime | NoTime;
  readonly endTime: ClockTime | NoTime;
  readonly serviceCode: string;
  readonly serviceOffice: OfficeNumber;
  readonly serviceOfficeName: string | undefined;
  readonly satellite: string | undefined;
  readonly taisCode: string | undefined;
  readonly equipmentCode: string | undefined;
  readonly equipmentName: string | undefined;
  /** 明細判別コード: tells lines of equal equipment apart. */
  readonly lineNo: number | undefined;
  /** サービス回数 of each day of the month; the first day is at 0. */
  readonly counts: readonly number[];
  /** 合計回数: of all rows, those on days outside the month too. */
  readonly total: number;
  readonly visits: readonly SlipRow[];
};

/** 月間サービス計画及び実績の記録 of one care user: lines by the days of a month. */
export type MonthTable = {
  readonly month: MonthOfService;
  readonly days: readonly MonthDay[];
  /** By the time they begin, those without a time last; at the same time in the order of the file. */
  readonly lines: readonly MonthLine[];
};

/** Puts the rows of one user and month into lines by days. */
export function monthTableOf(month: MonthOfService, rows: readonly SlipRow[]): MonthTable {
  const days = daysOf(month);
  const visitsOfLines = new Map<string, [SlipRow, ...SlipRow[]]>();
  for (const row of rows) {
    const key = lineKey(row);
    const visits = visitsOfLines.get(key);
    if (visits === undefined) visitsOfLines.set(key, [row]);
    else visits.push(row);
  }
  const lines = Array.from(visitsOfLines.values(), (visits) => lineOf(days, visits));
  return { month, days, lines: lines.sort((a, b) => compare(timeKey(a), timeKey(b))) };
}

/** The days of a month with their weekdays. */
export function daysOf(month: MonthOfService): readonly MonthDay[] {
  const days: MonthDay[] = [];
  for (let day = 1; day <= 31; day++) {
    const date = `${month}${String(day).padStart(2, "0")}`;
    if (isDate(date)) days.push({ day, date, weekday: weekdayOf(date) });
  }
  return days;
}

/** Every row of a month. */
export function rowsOfMonth({ lines }: MonthTable): readonly SlipRow[] {
  return lines.flatMap(({ visits }) => visits);
}

function lineKey({ record }: SlipRow): string {
  const { startTime, endTime, serviceCode, serviceOffice, satellite } = record;
  const { taisCode, equipmentCode, lineNo } = record;
  return JSON.stringify([
    [startTime, endTime, serviceCode, serviceOffice, satellite ?? ""],
    [taisCode ?? "", equipmentCode ?? "", lineNo ?? 0],
  ]);
}

function lineOf(days: readonly MonthDay[], visits: readonly [SlipRow, ...SlipRow[]]): MonthLine {
  const { record } = visits[0];
  const counts = days.map(() => 0);
  for (const { record: visit } of visits) {
    if (visit.serviceDate.slice(0, 6) !== days[0]?.date.slice(0, 6)) continue;
    const at = Number(visit.serviceDate.slice(6)) - 1;
    counts[at] = (counts[at] ?? 0) + visit.count;
  }
  return {
    startTime: record.startTime,
    endTime: record.endTime,
    serviceCode: record.serviceCode,
    serviceOffice: record.serviceOffice,
    serviceOfficeName: record.serviceOfficeName,
    satellite: record.satellite,
    taisCode: record.taisCode,
    equipmentCode: record.equipmentCode,
    equipmentName: record.equipmentName,
    lineNo: record.lineNo,
    counts,
    total: visits.reduce((sum, visit) => sum + visit.record.count, 0),
    visits,
  };
}

function timeKey({ startTime, endTime }: MonthLine): string {
  return `${startTime}${endTime}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
