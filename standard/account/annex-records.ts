import { currentVersion } from "../layout/versions.ts";
import type { FileRecord } from "../records/file-record.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import { type OfficeNumber, parseOfficeNumber } from "../values/office-number.ts";
import type { InsuredNumber, InsurerNumber } from "../values/person-numbers.ts";
import { type Bill, billOf } from "./bill.ts";
import type { LimitPart } from "./charge.ts";
import type { Account, ReckonedLine, ReckonedService } from "./reckon.ts";

type Row = FileRecord<"UPSIKYU">;

/** Whose table 7 it is, and who wrote it. */
export type AnnexHead = {
  readonly insurerNumber: InsurerNumber;
  readonly insuredNumber: InsuredNumber;
  readonly createdOn: CalendarDate;
  readonly month: MonthOfService;
  /** The care manager's office. */
  readonly planner: OfficeNumber;
  /** Days of short stay 短期入所, where there are some: up to the month before, and planned in it. */
  readonly stay?: StayDays;
};

export type StayDays = { readonly before: number; readonly planned: number };

/** What a row of table 7 says beyond whose it is and who wrote it. */
type Said = Omit<
  Row,
  "csvVersion" | "insurerNumber" | "insuredNumber" | "createdOn" | "month" | "officeCode"
>;

/** The amounts of a row; the grand total adds them up. */
type Amounts = Partial<Bill> & {
  readonly serviceUnits: number;
  readonly managedUnits?: number;
  readonly limitExcessUnits?: number;
  readonly limitWithinUnits?: number;
};

type Group = { readonly rows: readonly Said[]; readonly amounts: readonly Amounts[] };

/**
 * Table 7 サービス利用票別表 of a reckoned month: a row for every line, subtotals where a service has several, the
 * grand total. A single line carries its amounts itself; subtotals carry those of their lines: AAAA inside the limit,
 * EEEE outside it, ZZZZ past 30 days.
 */
export function annexRecords(account: Account, head: AnnexHead): readonly Row[] {
  const { insurerNumber, insuredNumber, createdOn, month, planner } = head;
  const whose = { csvVersion: currentVersion, insurerNumber, insuredNumber, createdOn, month };
  const who = { officeCode: "9999999999", enteredBy: planner, updatingOffice: planner };
  const { benefitRate } = account.payer;
  const services = account.services.filter(({ lines }) => lines.length > 0);
  const groups = services.map((service) => rowsOf(service, benefitRate));
  const amounts = groups.flatMap((group) => group.amounts);
  const total = grandTotal(services, amounts, head.stay);
  return [...groups.flatMap(({ rows }) => rows), total].map(
    (row): Row => ({ ...whose, ...row, ...who }),
  );
}

function rowsOf(service: ReckonedService, benefitRate: number): Group {
  const price = { unitPrice: service.unitPriceInHundredths / 100, benefitRate };
  const [only, ...others] = service.lines;
  if (only !== undefined && others.length === 0) {
    const amounts = amountsOf(service, only.limit, benefitRate);
    return { rows: [{ ...detail(only, service), ...amounts, ...price }], amounts: [amounts] };
  }
  const subtotals = limitParts
    .filter((part) => service.lines.some(({ limit }) => limit === part))
    .map((part) => {
      const amounts = amountsOf(service, part, benefitRate);
      return { row: { ...subtotal(service, part), ...amounts, ...price }, amounts };
    });
  return {
    rows: [
      ...service.lines.map((line) => detail(line, service)),
      ...subtotals.map(({ row }) => row),
    ],
    amounts: subtotals.map(({ amounts }) => amounts),
  };
}

const limitParts: readonly LimitPart[] = ["inside", "outside", "past-30-days"];

const subtotalCodes: { readonly [Part in LimitPart]: string } = {
  inside: "AAAA",
  outside: "EEEE",
  "past-30-days": "ZZZZ",
};

function detail(line: ReckonedLine, service: ReckonedService): Said {
  const { serviceCode, taisCode, equipmentCode, equipmentName, limit, units, unitsPaid } = line;
  return {
    ...officeOf(service, line.satellite),
    serviceCode,
    ...(taisCode !== undefined && { taisCode }),
    ...(equipmentCode !== undefined && { equipmentCode }),
    ...(equipmentName !== undefined && { equipmentName }),
    units,
    ...(unitsPaid !== units && {
      discountRate: line.discountRate,
      discountedUnits: unitsPaid,
    }),
    count: line.count,
    serviceUnits: line.total,
    ...(limit === "inside" && { managedUnits: line.total }),
    over30Days: limit === "past-30-days" ? "1" : "0",
  };
}

/** A subtotal names the branch only where all lines are of one. */
function subtotal(service: ReckonedService, part: LimitPart): Said {
  const [first, ...others] = service.lines;
  const ofOne = others.every(({ satellite }) => satellite === first?.satellite);
  return {
    ...officeOf(service, ofOne ? first?.satellite : undefined),
    serviceCode: `${service.serviceType}${subtotalCodes[part]}`,
    units: 0,
    count: countOf(service.lines.filter(({ limit }) => limit === part)),
    over30Days: part === "past-30-days" ? "1" : "0",
  };
}

function amountsOf(service: ReckonedService, part: LimitPart, benefitRate: number): Amounts {
  const units = service.units[part];
  const bill = (paid: number, unpaid: number) =>
    billOf(paid, unpaid, service.unitPriceInHundredths, benefitRate);
  if (part === "outside") return { serviceUnits: units, ...bill(units, 0) };
  if (part === "past-30-days") return { serviceUnits: units, ...bill(0, units) };
  const within = units - service.excess;
  return {
    serviceUnits: units,
    managedUnits: units,
    limitExcessUnits: service.excess,
    limitWithinUnits: within,
    ...bill(within, service.excess),
  };
}

function officeOf({ office, officeName }: ReckonedService, satellite: string | undefined) {
  return {
    ...(officeName !== undefined && { serviceOfficeName: officeName }),
    serviceOffice: office,
    ...(satellite !== undefined && { satellite }),
  };
}

const everyOffice: OfficeNumber = parseOfficeNumber("9999999999");

function grandTotal(
  services: readonly ReckonedService[],
  amounts: readonly Amounts[],
  stay: StayDays | undefined,
): Said {
  const sum = (key: keyof Amounts) => amounts.reduce((total, row) => total + (row[key] ?? 0), 0);
  return {
    serviceOffice: everyOffice,
    serviceCode: "999999",
    units: 0,
    count: countOf(services.flatMap(({ lines }) => lines)),
    serviceUnits: sum("serviceUnits"),
    managedUnits: sum("managedUnits"),
    limitExcessUnits: sum("limitExcessUnits"),
    limitWithinUnits: sum("limitWithinUnits"),
    totalCost: sum("totalCost"),
    claimedAmount: sum("claimedAmount"),
    copay: sum("copay"),
    selfPaid: sum("selfPaid"),
    ...(stay && {
      shortStayDaysBefore: stay.before,
      shortStayDaysPlanned: stay.planned,
      shortStayDaysTotal: stay.before + stay.planned,
    }),
    over30Days: "0",
  };
}

function countOf(lines: readonly ReckonedLine[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}
