/**
 * Dates as they stand on Japanese forms: in eras, in Asia/Tokyo, whatever calendar and zone the computer is set to.
 * The first year of an era is 元年.
 */
import { dateInEra, monthInEra as eraOfMonth, parseDate, parseMonth } from "@tsunagi/standard";

const inTokyo = new Intl.DateTimeFormat("ja-JP-u-ca-gregory-nu-latn", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

interface MomentInTokyo {
  readonly date: string;
  readonly weekday: string;
  readonly time: string;
}

function momentInTokyo(instant: string): MomentInTokyo {
  const parts = new Map(
    inTokyo.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  return {
    date: dateInEra(parseDate(`${part("year")}${part("month")}${part("day")}`)),
    weekday: `(${part("weekday")})`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** `2026-11-23T05:05:00.000Z` → `令和8年11月23日(月) 14:05`. */
export function dateAndTime(instant: string): string {
  const { date, weekday, time } = momentInTokyo(instant);
  return `${date}${weekday} ${time}`;
}

/** `2026-11-23T05:05:00.000Z` → `令和8年11月23日`. */
export function dateOfInstant(instant: string): string {
  return momentInTokyo(instant).date;
}

/** A calendar day `2026-11-23` → `令和8年11月23日`. */
export function dateOfDay(day: string): string {
  return dateInEra(parseDate(day.replaceAll("-", "")));
}

/** A month `202612` or `2026-12` → `令和8年12月`. A month in which an era begins is named after the day it begins with. */
export function monthInEra(month: string): string {
  return eraOfMonth(parseMonth(month.replace("-", "")));
}

/** 提供年月 as the lists show it: `202612` → `令和8年12月分`. */
export function monthOfService(month: string): string {
  return `${monthInEra(month)}分`;
}

/** Whole days from `now` until `instant`, none when it has passed. */
export function daysUntil(instant: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now.getTime()) / 86_400_000));
}
