import type { CareUser } from "../people/care-user.ts";
import { type Booking, countOf, type Line, timeless } from "./booking.ts";
import type { Service } from "./service.ts";
import { unitPriceInHundredths } from "./unit-price.ts";

/** What a care user's month comes to: the services with their units, and what lies above the limit. */
export type Account = {
  readonly user: CareUser;
  readonly bookings: readonly CountedBooking[];
};

/** A booking with its units added up. Percent additions 処遇改善加算 are among its lines. */
export type CountedBooking = {
  readonly booking: Booking;
  readonly lines: readonly CountedLine[];
  /** Units by what the limit says of them; `inside` is 給付管理単位数. */
  readonly units: { readonly [Limit in Line["limit"]]: number };
  /** 区分支給限度基準超単位数: what of `inside` is above the limit. */
  readonly excess: number;
  readonly unitPriceInHundredths: number;
};

export type CountedLine = Line & {
  /** Units of one, after a discount. */
  readonly unitsPaid: number;
  readonly count: number;
  /** `unitsPaid` times `count`. */
  readonly total: number;
};

/** Yen. */
export type Bill = {
  /** 費用総額. */
  readonly totalCost: number;
  /** 保険／事業費請求額. */
  readonly claimedAmount: number;
  /** 利用者負担（保険分）. */
  readonly copay: number;
  /** 利用者負担（全額負担分）. */
  readonly selfPaid: number;
};

/** Counts a user's bookings against the limit. What is above it falls to the last of them. */
export function accountOf(user: CareUser, bookings: readonly Booking[], district: number): Account {
  const counted = bookings.map((booking) => booking.lines.map((line) => count(line, booking)));
  let above = counted.flat().reduce((sum, line) => sum + inside(line), 0) - user.limitUnits;
  const accounts = bookings.map((booking, at) => ({ booking, lines: counted[at] ?? [] }));
  const fromLast = accounts.reverse().map(({ booking, lines }) => {
    const managed = lines.reduce((sum, line) => sum + inside(line), 0);
    const excess = Math.min(Math.max(above, 0), managed);
    above -= excess;
    return addUp(booking, lines, managed, excess, district);
  });
  return { user, bookings: fromLast.reverse() };
}

/** What the insurance pays for `paid` units, and the user for them and for `unpaid` units. */
export function bill(
  paid: number,
  unpaid: number,
  { unitPriceInHundredths: price }: CountedBooking,
  { benefitRate }: CareUser,
): Bill {
  const totalCost = Math.floor((paid * price) / 100);
  const claimedAmount = Math.floor((totalCost * benefitRate) / 100);
  return {
    totalCost,
    claimedAmount,
    copay: totalCost - claimedAmount,
    selfPaid: Math.floor((unpaid * price) / 100),
  };
}

function addUp(
  booking: Booking,
  basic: readonly CountedLine[],
  managed: number,
  excess: number,
  district: number,
): CountedBooking {
  const lines = [...basic, ...percentAddition(booking.service, basic, managed - excess)];
  const sum = (limit: Line["limit"]) =>
    lines.reduce((units, line) => units + (line.limit === limit ? line.total : 0), 0);
  return {
    booking,
    lines,
    units: { inside: managed, outside: sum("outside"), "past-30-days": sum("past-30-days") },
    excess,
    unitPriceInHundredths: unitPriceInHundredths(booking.service, district),
  };
}

/** On the first day of the service, once, as many units as the percentage of those within the limit. */
function percentAddition(
  { percent }: Service,
  lines: readonly CountedLine[],
  within: number,
): readonly CountedLine[] {
  const first = lines[0]?.occasions[0];
  if (percent === undefined || first === undefined) return [];
  const units = Math.round((within * percent.thousandths) / 1000);
  if (units === 0) return [];
  return [
    {
      code: percent.code,
      units,
      unitsPaid: units,
      limit: "outside",
      occasions: [timeless(first.day)],
      count: 1,
      total: units,
    },
  ];
}

function count(line: Line, { office: { discountRate } }: Booking): CountedLine {
  const unitsPaid = Math.round((line.units * discountRate) / 100);
  const times = countOf(line);
  return { ...line, unitsPaid, count: times, total: unitsPaid * times };
}

function inside({ limit, total }: CountedLine): number {
  return limit === "inside" ? total : 0;
}
