import {
  type CalendarDate,
  dateInEra,
  isDate,
  type MonthOfService,
  monthInEra,
} from "@tsunagi/standard";

/** A date in words, or nothing. What is no date of the calendar (zeros for none aside) stands as it is. */
export function dateText(date: string | undefined): string {
  if (date === undefined || /^0*$/.test(date)) return "";
  return isDate(date) ? dateInEra(date) : date;
}

/** A month in words; with room to write it, where it is not told. */
export function monthText(month: MonthOfService | undefined): string {
  return month === undefined ? "令和　　年　　月" : monthInEra(month);
}

/** From when until when, as far as it is told. */
export function periodText(from: CalendarDate | undefined, to: CalendarDate | undefined): string {
  if (from === undefined && to === undefined) return "";
  return `${dateText(from)} ～ ${dateText(to)}`;
}
