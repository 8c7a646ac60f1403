import { guessDate, guessTime } from "../mend/dates.ts";
import { type CalendarDate, isDate } from "../values/calendar-date.ts";
import { type ClockTime, isTime } from "../values/clock-time.ts";

/**
 * Reads a date as people type it: 20261201, 2026/12/1, R8.12.1, 令和8年12月1日, in any width. Undefined when it is none,
 * or when it is not certain which.
 */
export function readTypedDate(typed: string): CalendarDate | undefined {
  const guess = guessDate(typed.trim());
  return guess?.certain && isDate(guess.value) ? guess.value : undefined;
}

/** Reads a time of day as people type it: 930, 9:30, 午後1時30分, in any width. Undefined when it is none. */
export function readTypedTime(typed: string): ClockTime | undefined {
  const guess = guessTime(typed.normalize("NFKC"));
  return guess?.certain && isTime(guess.value) ? guess.value : undefined;
}
