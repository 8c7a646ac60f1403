import type { Account } from "../../account/reckon.ts";
import { discounted } from "../../account/reckon.ts";
import { daysOf } from "../../documents/table-6.ts";
import { isEquipmentRental } from "../../layout/service-types.ts";
import { currentVersion } from "../../layout/versions.ts";
import type { FileRecord } from "../../records/file-record.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { OfficeNumber } from "../../values/office-number.ts";
import { isShortStay, type ServiceLines, servicesIn } from "./charge-plan.ts";
import type { CareUserDetails, PlanDraft, PlanLine } from "./plan-draft.ts";

type Row = FileRecord<"UPPLAN">;

/** What a row says beyond whose it is and who wrote it. */
type Said = Pick<Row, "units" | "serviceDate" | "startTime" | "endTime" | "count" | "serviceCode"> &
  Partial<Row>;

/** Who made a plan, and when. */
export type PlanMaking = {
  /** The care manager's office. */
  readonly planner: OfficeNumber;
  readonly createdOn: CalendarDate;
};

/**
 * Table 6 サービス利用票 of a draft: all rows of all offices, as every one of them gets it. Percent additions stand once,
 * on the first day of their service.
 */
export function slipRecords(
  user: CareUserDetails,
  draft: PlanDraft,
  account: Account,
  { planner, createdOn }: PlanMaking,
): readonly Row[] {
  const { insurerNumber, insuredNumber } = user;
  const start = {
    csvVersion: currentVersion,
    insurerNumber,
    insuredNumber,
    createdOn,
    month: draft.month,
    planningOffice: planner,
    ...(draft.plannerName !== "" && { plannerName: draft.plannerName }),
  };
  return servicesIn(draft).flatMap((service, at) => {
    const stay = isShortStay(service.serviceType)
      ? { shortStayDaysBefore: draft.stayDaysBefore }
      : {};
    const rows = [
      ...numbered(service.lines.flatMap((line) => rowsOf(line, draft))),
      ...additionRows(service, draft, account.services[at]?.lines ?? []),
    ];
    return rows.map(({ line, said }): Row => {
      const { office, past30Days } = line;
      return {
        ...start,
        ...stay,
        ...said,
        serviceOffice: office.number,
        serviceOfficeName: office.name,
        ...(office.satellite !== undefined && { satellite: office.satellite }),
        over30Days: past30Days ? "1" : "0",
        updatingOffice: planner,
      };
    });
  });
}

type LineRow = { readonly line: PlanLine; readonly said: Said };

function rowsOf(line: PlanLine, { month }: PlanDraft): readonly LineRow[] {
  const { service, equipment, hours, claimDays } = line;
  return daysOf(month).flatMap(({ date }, at) => {
    const count = line.counts[at] ?? 0;
    if (count === 0) return [];
    const said: Said = {
      units: discounted(service.units, line.discountRate),
      serviceDate: date,
      ...(claimDays !== null && { dailyClaimDays: claimDays }),
      startTime: hours?.start ?? "9999",
      endTime: hours?.end ?? "9999",
      count,
      serviceCode: service.code,
      ...(equipment?.taisCode !== undefined && { taisCode: equipment.taisCode }),
      ...(equipment?.equipmentCode !== undefined && { equipmentCode: equipment.equipmentCode }),
      ...(equipment?.name !== undefined && { equipmentName: equipment.name }),
    };
    // Each of several equal things for rent has a row of its own.
    if (!isEquipmentRental(service.code.slice(0, 2))) return [{ line, said }];
    return Array.from({ length: count }, () => ({ line, said: { ...said, count: 1 } }));
  });
}

/** Equal things for rent are told apart by number 明細判別コード, from 1. */
function numbered(rows: readonly LineRow[]): readonly LineRow[] {
  const equal = Map.groupBy(rows, ({ said }) => {
    const { serviceCode, taisCode, equipmentCode, units } = said;
    return JSON.stringify([serviceCode, taisCode, equipmentCode, units]);
  });
  const numbers = new Map(
    Array.from(equal.values()).flatMap((same) =>
      same.length > 1 ? same.map((row, at) => [row, at + 1] as const) : [],
    ),
  );
  return rows.map((row) => {
    const lineNo = numbers.get(row);
    const rental = isEquipmentRental(row.said.serviceCode.slice(0, 2));
    return lineNo === undefined || !rental ? row : { ...row, said: { ...row.said, lineNo } };
  });
}

/** Additions that come to nothing have no row. */
function additionRows(
  { lines: [first], additions }: ServiceLines,
  { month }: PlanDraft,
  reckoned: Account["services"][number]["lines"],
): readonly LineRow[] {
  const firstDay = daysOf(month)[first.counts.findIndex((count) => count > 0)];
  if (firstDay === undefined) return [];
  return additions.flatMap((line) => {
    const { code } = line.service;
    const units = reckoned.find(({ serviceCode }) => serviceCode === code)?.unitsPaid;
    if (units === undefined) return [];
    const said: Said = {
      units,
      serviceDate: firstDay.date,
      startTime: "9999",
      endTime: "9999",
      count: 1,
      serviceCode: code,
    };
    return [{ line, said }];
  });
}
