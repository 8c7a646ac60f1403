import type { MonthTable, SlipRow } from "../documents/table-6.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { ClockTime, NoTime } from "../values/clock-time.ts";
import type { OfficeNumber } from "../values/office-number.ts";

/**
 * What table 6 says of one service of a day: the rows of a line of service (time, code, office, satellite, equipment)
 * on that day, added up. 明細判別コード does not tell visits apart: software numbers equal equipment as it likes.
 */
export type Visit = {
  /** All that tells it from other visits of the care user, in one text. */
  readonly key: string;
  readonly date: CalendarDate;
  readonly startTime: ClockTime | NoTime;
  readonly endTime: ClockTime | NoTime;
  readonly serviceCode: string;
  readonly serviceOffice: OfficeNumber;
  readonly serviceOfficeName: string | undefined;
  readonly satellite: string | undefined;
  readonly taisCode: string | undefined;
  readonly equipmentCode: string | undefined;
  readonly equipmentName: string | undefined;
  /** サービス回数 of all rows. */
  readonly count: number;
  /** 単位数 of one, as its first row says; 0 where the sum is left to the claim. */
  readonly units: number;
  /** Whether a row is past 30 days of short stay in a row: outside the limit. */
  readonly over30Days: boolean;
  readonly rows: readonly SlipRow[];
};

/** The visits of a month, by date and time. */
export function visitsOf(table: MonthTable | undefined): readonly Visit[] {
  const rows = table?.lines.flatMap(({ visits }) => visits) ?? [];
  const byKey = Map.groupBy(rows, (row) => keyOf(row, row.record.serviceDate));
  return Array.from(byKey, ([key, same]) => visitOf(key, same)).sort((a, b) =>
    compareTexts(a.key, b.key),
  );
}

/** What tells a line of service from others of the care user, whatever the day. */
export function lineKeyOf({ rows }: Visit): string {
  const [row] = rows;
  return row === undefined ? "" : keyOf(row, "");
}

/** Orders texts by their characters, wherever it runs. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keyOf({ record }: SlipRow, date: string): string {
  const { startTime, endTime, serviceCode, serviceOffice, satellite } = record;
  const { taisCode, equipmentCode } = record;
  const service = [
    serviceCode,
    serviceOffice,
    satellite ?? "",
    taisCode ?? "",
    equipmentCode ?? "",
  ];
  return JSON.stringify([date, startTime, endTime, ...service]);
}

function visitOf(key: string, rows: readonly SlipRow[]): Visit {
  const [first] = rows;
  if (first === undefined) throw new Error("a group has a row");
  const { serviceDate, startTime, endTime, serviceCode, serviceOffice, units } = first.record;
  const { serviceOfficeName, satellite, taisCode, equipmentCode, equipmentName } = first.record;
  return {
    key,
    date: serviceDate,
    startTime,
    endTime,
    serviceCode,
    serviceOffice,
    serviceOfficeName,
    satellite,
    taisCode,
    equipmentCode,
    equipmentName,
    count: rows.reduce((sum, { record }) => sum + record.count, 0),
    units,
    over30Days: rows.some(({ record }) => record.over30Days === "1"),
    rows,
  };
}
