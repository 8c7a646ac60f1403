import {
  type CalendarDate,
  currentVersion,
  type FileRecord,
  type MonthOfService,
} from "@tsunagi/standard";
import { dayOf } from "../calendar.ts";
import type { Client } from "../caseload.ts";
import type { Office } from "../offices.ts";

/** What the supplement 利用者補足情報 goes with: a plan of use of a month, or a care plan of a date. */
export type SupplementOf =
  | { readonly month: MonthOfService }
  | { readonly planChangedOn: CalendarDate };

/** The supplement of a client: who the user is, and the limit. */
export function supplement(
  client: Client,
  planner: Office,
  of: SupplementOf,
  month: MonthOfService,
): FileRecord<"UPHOSOKU"> {
  const { user, bookings, account } = client;
  const stay = bookings.find(({ booking }) => booking.stay !== undefined)?.booking.stay;
  return {
    csvVersion: currentVersion,
    insurerNumber: user.insurerNumber,
    insuredNumber: user.insuredNumber,
    planChangedOn: "planChangedOn" in of ? of.planChangedOn : "00000000",
    nameKana: user.person.kana,
    name: user.person.name,
    sex: user.sex,
    birthDate: user.birthDate,
    postalCode: user.postalCode,
    address1: user.address,
    ...(user.building !== undefined && { address2: user.building }),
    phone: user.phone,
    certifiedOn: user.certifiedOn,
    limitFrom: user.certifiedFrom,
    limitTo: user.certifiedTo,
    certificationStatus: "2",
    ...(user.change && { careLevelChangedOn: dayOf(month, user.change.day) }),
    careLevel: user.careLevel,
    limitUnits: user.limitUnits,
    excessTotal: account.excess,
    ...(stay && {
      shortStayDaysBefore: stay.before,
      shortStayDaysTotal: stay.before + stay.planned,
    }),
    ...(user.change && { previousCareLevel: user.change.previous }),
    consentOffice: planner.number,
    updatingOffice: planner.number,
    month: "month" in of ? of.month : "000000",
  };
}
