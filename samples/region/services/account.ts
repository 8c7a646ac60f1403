import {
  type Account,
  type ChargedLine,
  type ChargedService,
  type ReckonedLine,
  reckon,
} from "@tsunagi/standard";
import type { CareUser } from "../people/care-user.ts";
import { type Booking, countOf, type Line, timeless } from "./booking.ts";
import { unitPriceInHundredths } from "./unit-price.ts";

/** What a care user's month comes to: the services with their units, and what lies above the limit. */
export type CareMonth = {
  readonly user: CareUser;
  readonly bookings: readonly CountedBooking[];
  readonly account: Account;
};

/** A booking with its units added up. Percent additions 処遇改善加算 are among its lines. */
export type CountedBooking = {
  readonly booking: Booking;
  readonly lines: readonly CountedLine[];
};

export type CountedLine = ReckonedLine & Pick<Line, "occasions" | "claimDays" | "equipment">;

/** Counts a user's bookings against the limit. What is above it falls to the last of them. */
export function countMonth(
  user: CareUser,
  bookings: readonly Booking[],
  district: number,
): CareMonth {
  const account = reckon(
    user,
    bookings.map((booking) => charge(booking, district)),
  );
  return {
    user,
    account,
    bookings: bookings.map((booking, at) => ({
      booking,
      lines: (account.services[at]?.lines ?? []).map((line, place) => ({
        ...line,
        ...(booking.lines[place] ?? onFirstDay(booking)),
      })),
    })),
  };
}

/** Percent additions stand on the first day of the service, once. */
function onFirstDay({ lines }: Booking): Pick<Line, "occasions"> {
  const first = lines[0]?.occasions[0];
  return { occasions: first === undefined ? [] : [timeless(first.day)] };
}

function charge({ service, office, satellite, lines }: Booking, district: number): ChargedService {
  const branch = satellite === undefined ? {} : { satellite };
  return {
    office: office.number,
    officeName: office.name,
    serviceType: service.type,
    unitPriceInHundredths: unitPriceInHundredths(service, district),
    lines: lines.map(
      (line): ChargedLine => ({
        serviceCode: line.code,
        units: line.units,
        discountRate: office.discountRate,
        limit: line.limit,
        count: countOf(line),
        ...branch,
        ...(line.equipment && {
          taisCode: line.equipment.taisCode,
          equipmentName: line.equipment.name,
        }),
      }),
    ),
    additions:
      service.percent === undefined
        ? []
        : [
            {
              serviceCode: service.percent.code,
              thousandths: service.percent.thousandths,
              ...branch,
            },
          ],
  };
}
