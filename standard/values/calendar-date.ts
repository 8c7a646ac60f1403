import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";
import { digitsIn } from "./digits.ts";
import { isMonthOf } from "./month-of-service.ts";

/** A date `YYYYMMDD` of the Western calendar: a day that exists. */
export type CalendarDate = Branded<"CalendarDate">;

/** @throws StandardError `date` */
export function parseDate(text: string): CalendarDate {
  if (isDate(text)) return text;
  throw new StandardError(
    "date",
    `日付「${text}」は正しくありません。西暦4桁・月2桁・日2桁の実在する日（例 20261201）にしてください。`,
    "date is not a real day as YYYYMMDD",
  );
}

/** Whether a text is a day that exists. */
export function isDate(text: string): text is CalendarDate {
  if (text.length !== 8) return false;
  const [year, month, day] = [digitsIn(text, 0, 4), digitsIn(text, 4, 6), digitsIn(text, 6, 8)];
  return isMonthOf(year, month) && day >= 1 && day <= daysIn(year, month);
}

/** How many days a month of a year has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
