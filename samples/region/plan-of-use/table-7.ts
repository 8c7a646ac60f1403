import {
  type CalendarDate,
  currentVersion,
  type FileRecord,
  type MonthOfService,
  parseOfficeNumber,
} from "@tsunagi/standard";
import type { Client } from "../caseload.ts";
import type { Office } from "../offices.ts";
import type { CareUser } from "../people/care-user.ts";
import { type Bill, bill, type CountedBooking, type CountedLine } from "../services/account.ts";
import type { Line } from "../services/booking.ts";

type Row = FileRecord<"UPSIKYU">;

/** The amounts of a row; the grand total adds them up. */
type Amounts = Partial<Bill> & {
  readonly serviceUnits: number;
  readonly managedUnits?: number;
  readonly limitExcessUnits?: number;
  readonly limitWithinUnits?: number;
};

const nobody = parseOfficeNumber("9999999999");

/**
 * Table 7 サービス利用票別表 of a client: a row for every code, subtotals where a service has several, the grand total.
 * Subtotals carry the amounts of their rows: AAAA inside the limit, EEEE outside it, ZZZZ past 30 days.
 */
export function table7(
  client: Client,
  planner: Office,
  createdOn: CalendarDate,
  month: MonthOfService,
): readonly Row[] {
  const { user, bookings } = client;
  const start = {
    csvVersion: currentVersion,
    insurerNumber: user.insurerNumber,
    insuredNumber: user.insuredNumber,
    createdOn,
    month,
  };
  const end = {
    officeCode: "9999999999",
    enteredBy: planner.number,
    updatingOffice: planner.number,
  };
  const groups = bookings.map((booking) => rowsOf(booking, user));
  return [
    ...groups.flatMap(({ rows }) => rows),
    grandTotal(
      bookings,
      groups.flatMap(({ amounts }) => amounts),
    ),
  ].map((row): Row => ({ ...start, ...row, ...end }));
}

/** What a row of table 7 says beyond whose it is and who wrote it. */
type Said = Omit<
  Row,
  "csvVersion" | "insurerNumber" | "insuredNumber" | "createdOn" | "month" | "officeCode"
>;

type Group = { readonly rows: readonly Said[]; readonly amounts: readonly Amounts[] };

function rowsOf(counted: CountedBooking, user: CareUser): Group {
  const [only, ...others] = counted.lines;
  if (only !== undefined && others.length === 0) {
    const amounts = amountsOf(counted, only.limit, user);
    const price = priceOf(counted, user);
    return { rows: [{ ...detail(only, counted), ...amounts, ...price }], amounts: [amounts] };
  }
  const subtotals = (["inside", "outside", "past-30-days"] as const)
    .filter((limit) => counted.lines.some((line) => line.limit === limit))
    .map((limit) => {
      const amounts = amountsOf(counted, limit, user);
      return {
        row: { ...subtotal(counted, limit), ...amounts, ...priceOf(counted, user) },
        amounts,
      };
    });
  return {
    rows: [
      ...counted.lines.map((line) => detail(line, counted)),
      ...subtotals.map(({ row }) => row),
    ],
    amounts: subtotals.map(({ amounts }) => amounts),
  };
}

function detail(line: CountedLine, { booking }: CountedBooking): Said {
  const { equipment } = line;
  return {
    ...officeOf(booking),
    serviceCode: line.code,
    ...(equipment && { taisCode: equipment.taisCode, equipmentName: equipment.name }),
    units: line.units,
    ...(line.unitsPaid !== line.units && {
      discountRate: booking.office.discountRate,
      discountedUnits: line.unitsPaid,
    }),
    count: line.count,
    serviceUnits: line.total,
    ...(line.limit === "inside" && { managedUnits: line.total }),
    over30Days: line.limit === "past-30-days" ? "1" : "0",
  };
}

const subtotalCodes: { readonly [Limit in Line["limit"]]: string } = {
  inside: "AAAA",
  outside: "EEEE",
  "past-30-days": "ZZZZ",
};

function subtotal({ booking, lines }: CountedBooking, limit: Line["limit"]): Said {
  return {
    ...officeOf(booking),
    serviceCode: `${booking.service.type}${subtotalCodes[limit]}`,
    units: 0,
    count: countOf(lines.filter((line) => line.limit === limit)),
    over30Days: limit === "past-30-days" ? "1" : "0",
  };
}

function amountsOf(counted: CountedBooking, limit: Line["limit"], user: CareUser): Amounts {
  const units = counted.units[limit];
  if (limit === "outside") return { serviceUnits: units, ...bill(units, 0, counted, user) };
  if (limit === "past-30-days") return { serviceUnits: units, ...bill(0, units, counted, user) };
  const within = units - counted.excess;
  return {
    serviceUnits: units,
    managedUnits: units,
    limitExcessUnits: counted.excess,
    limitWithinUnits: within,
    ...bill(within, counted.excess, counted, user),
  };
}

function priceOf({ unitPriceInHundredths }: CountedBooking, { benefitRate }: CareUser) {
  return { unitPrice: unitPriceInHundredths / 100, benefitRate };
}

function officeOf({ office, satellite }: CountedBooking["booking"]) {
  return {
    serviceOfficeName: office.name,
    serviceOffice: office.number,
    ...(satellite !== undefined && { satellite }),
  };
}

function grandTotal(bookings: readonly CountedBooking[], amounts: readonly Amounts[]): Said {
  const sum = (key: keyof Amounts) => amounts.reduce((total, row) => total + (row[key] ?? 0), 0);
  return {
    serviceOffice: nobody,
    serviceCode: "999999",
    units: 0,
    count: countOf(bookings.flatMap(({ lines }) => lines)),
    serviceUnits: sum("serviceUnits"),
    managedUnits: sum("managedUnits"),
    limitExcessUnits: sum("limitExcessUnits"),
    limitWithinUnits: sum("limitWithinUnits"),
    totalCost: sum("totalCost"),
    claimedAmount: sum("claimedAmount"),
    copay: sum("copay"),
    selfPaid: sum("selfPaid"),
    ...stayDays(bookings),
    over30Days: "0",
  };
}

/** The days of short stay, where there are some: before the month, in it, together. */
function stayDays(bookings: readonly CountedBooking[]) {
  const stay = bookings.find(({ booking }) => booking.stay !== undefined)?.booking.stay;
  return stay === undefined
    ? {}
    : {
        shortStayDaysBefore: stay.before,
        shortStayDaysPlanned: stay.planned,
        shortStayDaysTotal: stay.before + stay.planned,
      };
}

function countOf(lines: readonly CountedLine[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}
