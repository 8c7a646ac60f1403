import type { PlanOfUseDocument, UserPlan } from "../../documents/plan-of-use.ts";
import { daysOf, type MonthTable, rowsOfMonth, type SlipRow } from "../../documents/table-6.ts";
import { type AnnexRow, printedTable7 } from "../../documents/table-7.ts";
import { legalLimitOf } from "../../layout/legal-limits.ts";
import { isEquipmentRental, serviceTypeName } from "../../layout/service-types.ts";
import { noDays, weeklyIn } from "./line-days.ts";
import type { CareUserDetails, PlanDraft, PlanLine } from "./plan-draft.ts";
import type { PlannedUser } from "./plan-records.ts";
import type { FindServiceCode, ServiceBasis } from "./service-code.ts";

/**
 * Takes the plans of a set that was sent or received as drafts of the same month. Names of services come from the
 * service code table, as far as it has them, and so does what is a percent addition. A care user without a supplement,
 * or without table 6, is left out.
 */
export function takeOverPlans(
  { users }: PlanOfUseDocument,
  find: FindServiceCode,
): readonly PlannedUser[] {
  return users.flatMap((plan) => {
    const { table6, supplement } = plan;
    if (table6 === undefined || supplement === undefined) return [];
    return {
      user: takeOverUser(plan, supplement.record),
      draft: takeOverDraft(plan, table6, find),
    };
  });
}

type Supplement = NonNullable<UserPlan["supplement"]>["record"];

const detailKeys = [
  "insurerNumber",
  "insuredNumber",
  "nameKana",
  "name",
  "sex",
  "birthDate",
  "postalCode",
  "address1",
  "address2",
  "phone",
  "certifiedOn",
  "limitFrom",
  "limitTo",
  "certificationStatus",
  "careLevelChangedOn",
  "careLevel",
  "previousCareLevel",
] as const;

function takeOverUser(plan: UserPlan, supplement: Supplement): CareUserDetails {
  const details = Object.fromEntries(
    detailKeys.flatMap((key) => (supplement[key] === undefined ? [] : [[key, supplement[key]]])),
  ) as Pick<Supplement, (typeof detailKeys)[number]>; // Each value stands under the key that it was found under.
  return {
    ...details,
    limitUnits: supplement.limitUnits ?? legalLimitOf(supplement.careLevel ?? "") ?? 0,
    benefitRate: firstOf(annexRowsOf(plan), "benefitRate") ?? usualBenefitRate,
  };
}

/** 給付率 of most people, in percent. */
const usualBenefitRate = 90;

function takeOverDraft(plan: UserPlan, table6: MonthTable, find: FindServiceCode): PlanDraft {
  const rows = rowsOfMonth(table6).toSorted((a, b) => a.row - b.row);
  const annex = annexRowsOf(plan);
  const lines = Map.groupBy(rows, lineKey);
  return {
    month: table6.month,
    plannerName: rows.find(({ record }) => record.plannerName)?.record.plannerName ?? "",
    stayDaysBefore:
      rows.find(({ record }) => record.shortStayDaysBefore)?.record.shortStayDaysBefore ?? 0,
    lines: Array.from(lines.values(), (visits, at) =>
      takeOverLine(String(at + 1), visits, annex, table6, find),
    ),
  };
}

/** What makes rows a line; equal things for rent are one line with a count. */
function lineKey({ record }: SlipRow): string {
  const { startTime, endTime, serviceCode, serviceOffice, satellite, units } = record;
  const { taisCode, equipmentCode, dailyClaimDays, over30Days } = record;
  return JSON.stringify([
    [startTime, endTime, serviceCode, serviceOffice, satellite, units],
    [taisCode, equipmentCode, dailyClaimDays, over30Days],
  ]);
}

function takeOverLine(
  id: string,
  visits: readonly SlipRow[],
  annex: readonly AnnexRow[],
  { month }: MonthTable,
  find: FindServiceCode,
): PlanLine {
  const [first] = visits;
  if (first === undefined) throw new RangeError("a line has a row");
  const { record } = first;
  const { serviceCode, serviceOffice, satellite, startTime, endTime } = record;
  const { taisCode, equipmentCode, equipmentName } = record;
  const known = find(serviceCode, month);
  const detail = detailOf(first, annex);
  const counts = countsOf(visits, month);
  const basis = known?.basis ?? guessBasis(record, counts);
  const addition = known !== undefined && basis === "permille";
  const type = serviceCode.slice(0, 2);
  const ofService = annex.filter(
    (row) => row.record.serviceOffice === serviceOffice && row.record.serviceCode.startsWith(type),
  );
  const unitPrice = firstOf(ofService, "unitPrice");
  return {
    id,
    service: {
      code: serviceCode,
      name: known?.name ?? `${serviceTypeName(type) ?? type} ${serviceCode}`,
      basis,
      units: addition ? known.units : (detail?.record.units ?? record.units),
      limit: detail === undefined ? (known?.limit ?? "inside") : limitOf(detail),
      unitPriceInHundredths:
        unitPrice === undefined
          ? (known?.unitPriceInHundredths ?? 1000)
          : Math.round(unitPrice * 100),
    },
    office: {
      number: serviceOffice,
      name: record.serviceOfficeName ?? serviceOffice,
      ...(satellite !== undefined && { satellite }),
    },
    discountRate: detail?.record.discountRate ?? 100,
    hours: startTime === "9999" || endTime === "9999" ? null : { start: startTime, end: endTime },
    weekdays: addition || basis === "month" || basis === "thing" ? [] : weeklyIn(counts, month),
    counts: addition ? [] : counts,
    claimDays: record.dailyClaimDays ?? null,
    past30Days: record.over30Days === "1",
    equipment: isEquipmentRental(type)
      ? {
          ...(taisCode !== undefined && { taisCode }),
          ...(equipmentCode !== undefined && { equipmentCode }),
          ...(equipmentName !== undefined && { name: equipmentName }),
        }
      : null,
  };
}

function countsOf(visits: readonly SlipRow[], month: PlanDraft["month"]): readonly number[] {
  const counts = [...noDays(month)];
  for (const { day, date } of daysOf(month)) {
    const onDay = visits.filter(({ record }) => record.serviceDate === date);
    counts[day - 1] = onDay.reduce((sum, { record }) => sum + record.count, 0);
  }
  return counts;
}

/** What a code's units are of, where no table says it. */
function guessBasis(record: SlipRow["record"], counts: readonly number[]): ServiceBasis {
  if (isEquipmentRental(record.serviceCode.slice(0, 2))) return "thing";
  if (record.startTime !== "9999") return "visit";
  const days = counts.filter((count) => count > 0).length;
  return days === 1 && record.dailyClaimDays === undefined ? "month" : "day";
}

/** The detail of table 7 that a row of table 6 belongs to. */
function detailOf({ record }: SlipRow, annex: readonly AnnexRow[]): AnnexRow | undefined {
  const { serviceCode, serviceOffice, satellite, taisCode, equipmentCode, over30Days } = record;
  const ofCode = annex.filter(
    (row) =>
      row.role === "detail" &&
      row.record.serviceCode === serviceCode &&
      row.record.serviceOffice === serviceOffice,
  );
  const same = ofCode.find(
    ({ record: detail }) =>
      detail.satellite === satellite &&
      detail.taisCode === taisCode &&
      detail.equipmentCode === equipmentCode &&
      detail.over30Days === over30Days &&
      (detail.discountedUnits ?? detail.units) === record.units,
  );
  return same ?? (ofCode.length === 1 ? ofCode[0] : undefined);
}

function limitOf({ record }: AnnexRow): "inside" | "outside" {
  return record.managedUnits === undefined && record.over30Days === "0" ? "outside" : "inside";
}

function annexRowsOf({ table7 }: UserPlan): readonly AnnexRow[] {
  return table7 === undefined ? [] : printedTable7(table7);
}

function firstOf(rows: readonly AnnexRow[], key: "unitPrice" | "benefitRate"): number | undefined {
  return rows.find(({ record }) => record[key] !== undefined)?.record[key];
}
