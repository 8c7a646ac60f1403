import {
  annexRecords,
  type CalendarDate,
  type FileRecord,
  type MonthOfService,
} from "@tsunagi/standard";
import type { Client } from "../caseload.ts";
import type { Office } from "../offices.ts";

/** Table 7 サービス利用票別表 of a client. */
export function table7(
  { user, bookings, account }: Client,
  planner: Office,
  createdOn: CalendarDate,
  month: MonthOfService,
): readonly FileRecord<"UPSIKYU">[] {
  const { insurerNumber, insuredNumber } = user;
  const stay = bookings.find(({ booking }) => booking.stay !== undefined)?.booking.stay;
  return annexRecords(account, {
    insurerNumber,
    insuredNumber,
    createdOn,
    month,
    planner: planner.number,
    ...(stay && { stay }),
  });
}
