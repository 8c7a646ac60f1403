import type { CalendarDate } from "./calendar-date.ts";

/** 曜日 as the standard's code list has it: `1` is Monday, `7` Sunday. */
export type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** From Monday to Sunday. */
export const weekdays: readonly Weekday[] = ["1", "2", "3", "4", "5", "6", "7"];

/** The weekday of a date. */
export function weekdayOf(date: CalendarDate): Weekday {
  const year = Number(date.slice(0, 4));
  const day = new Date(Date.UTC(year, Number(date.slice(4, 6)) - 1, Number(date.slice(6))));
  return weekdays[(day.getUTCDay() + 6) % 7] ?? "7";
}

/** A weekday as one sign: 月 to 日. */
export function weekdaySign(weekday: Weekday): string {
  return "月火水木金土日".charAt(Number(weekday) - 1);
}
