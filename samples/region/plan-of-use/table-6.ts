import { type CalendarDate, currentVersion, type FileRecord } from "@tsunagi/standard";
import type { MonthDays } from "../calendar.ts";
import type { Client } from "../caseload.ts";
import type { Office } from "../offices.ts";
import type { CountedBooking, CountedLine } from "../services/account.ts";

type Row = FileRecord<"UPPLAN">;

/** Table 6 サービス利用票 of a client: all rows of all offices, as every one of them gets it. */
export function table6(
  client: Client,
  planner: Office,
  createdOn: CalendarDate,
  days: MonthDays,
): readonly Row[] {
  const { user, plannerName, bookings } = client;
  return bookings.flatMap((booking) =>
    booking.lines.flatMap((line) =>
      line.occasions.map(
        ({ day, start, end, count }, at): Row => ({
          csvVersion: currentVersion,
          insurerNumber: user.insurerNumber,
          insuredNumber: user.insuredNumber,
          createdOn,
          month: days.month,
          planningOffice: planner.number,
          plannerName,
          units: line.unitsPaid,
          ...stayBefore(booking),
          serviceDate: days.date(day),
          ...(line.claimDays !== undefined && { dailyClaimDays: line.claimDays }),
          startTime: start,
          endTime: end,
          count,
          serviceCode: line.serviceCode,
          ...equipmentOf(line, booking, at),
          ...officeOf(booking),
          over30Days: line.limit === "past-30-days" ? "1" : "0",
          updatingOffice: planner.number,
        }),
      ),
    ),
  );
}

function stayBefore({ booking: { stay } }: CountedBooking) {
  return stay === undefined ? {} : { shortStayDaysBefore: stay.before };
}

/** Where a line has several equal rows of rented things, they are told apart by number 明細判別コード. */
function equipmentOf(
  { equipment, occasions }: CountedLine,
  { booking }: CountedBooking,
  at: number,
) {
  if (equipment === undefined) return {};
  const { taisCode, name } = equipment;
  const several = occasions.length > 1 && booking.service.type === "17";
  return { taisCode, equipmentName: name, ...(several && { lineNo: at + 1 }) };
}

function officeOf({ booking: { office, satellite } }: CountedBooking) {
  return {
    serviceOffice: office.number,
    serviceOfficeName: office.name,
    ...(satellite !== undefined && { satellite }),
  };
}
