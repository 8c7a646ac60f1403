import type { CareUser } from "../../documents/user-entries.ts";
import { currentVersion } from "../../layout/versions.ts";
import type { Address } from "../../naming/file-name.ts";
import type { FileRecord } from "../../records/file-record.ts";
import { type CalendarDate, parseDate } from "../../values/calendar-date.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import { mostVisits } from "./change-draft.ts";
import type { GivenVisit, ResultLine, ResultsDraft } from "./results-draft.ts";

type Row = FileRecord<"UPJSK">;

/** When and for whom rows are made. */
export type MakingOfRows = {
  readonly month: MonthOfService;
  readonly own: Address;
  readonly createdOn: CalendarDate;
};

/**
 * The rows of UPJSK that a draft comes to, line by line. Visits of which nothing tells one from the other, because
 * somebody moved them to the same day and time, are one row with their counts together.
 */
export function resultRows(
  user: CareUser,
  { lines, planner }: ResultsDraft,
  making: MakingOfRows,
): readonly Row[] {
  const rows = lines.flatMap((line) =>
    line.given
      .filter(({ count }) => count > 0)
      .map((visit): Row => ({ ...rowStart(user, planner, making), ...rowOf(line, visit, making) })),
  );
  const same = Map.groupBy(rows, visitKey);
  return Array.from(same.values()).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const count = others.reduce((sum, row) => sum + row.count, first.count);
    return [{ ...first, count: Math.min(count, mostVisits) }];
  });
}

function rowStart(
  { insurerNumber, insuredNumber }: CareUser,
  planner: ResultsDraft["planner"],
  { month, createdOn }: MakingOfRows,
) {
  return {
    csvVersion: currentVersion,
    insurerNumber,
    insuredNumber,
    createdOn,
    month,
    planningOffice: planner.office,
    ...(planner.name !== undefined && { plannerName: planner.name }),
  };
}

function rowOf({ service }: ResultLine, visit: GivenVisit, { month, own }: MakingOfRows) {
  const { taisCode, equipmentCode, equipmentName, lineNo, officeName, satellite } = service;
  const { claimDays, stayDaysBefore } = visit;
  return {
    units: visit.units,
    ...(stayDaysBefore !== undefined && { shortStayDaysBefore: stayDaysBefore }),
    serviceDate: parseDate(`${month}${String(visit.day).padStart(2, "0")}`),
    ...(claimDays !== undefined && { dailyClaimDays: claimDays }),
    startTime: visit.start,
    endTime: visit.end,
    count: visit.count,
    serviceCode: service.serviceCode,
    ...(taisCode !== undefined && { taisCode }),
    ...(equipmentCode !== undefined && { equipmentCode }),
    ...(equipmentName !== undefined && { equipmentName }),
    ...(lineNo !== undefined && { lineNo }),
    serviceOffice: own.office,
    ...(officeName !== undefined && { serviceOfficeName: officeName }),
    ...(satellite !== undefined && { satellite }),
    over30Days: visit.over30Days ? ("1" as const) : ("0" as const),
    updatingOffice: own.office,
  };
}

function visitKey(row: Row): string {
  const { serviceDate, startTime, endTime, serviceCode, satellite } = row;
  const { taisCode, equipmentCode, lineNo, units, over30Days } = row;
  return JSON.stringify([
    [serviceDate, startTime, endTime, serviceCode, satellite ?? ""],
    [taisCode ?? "", equipmentCode ?? "", lineNo ?? 0, units, over30Days],
  ]);
}
