/**
 * Dates as they stand on Japanese forms: in eras, in Asia/Tokyo, whatever calendar and zone the computer is set to.
 * The first year of an era is 元年.
 */

const calendar = "ja-JP-u-ca-japanese-nu-latn";

const inTokyo = new Intl.DateTimeFormat(calendar, {
  timeZone: "Asia/Tokyo",
  era: "long",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

interface EraDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly time: string;
}

function eraDate(date: Date): EraDate {
  const parts = new Map(inTokyo.formatToParts(date).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  const year = part("year") === "1" ? "元" : part("year");
  return {
    year: `${part("era")}${year}年`,
    month: `${Number.parseInt(part("month"), 10)}月`,
    day: `${Number.parseInt(part("day"), 10)}日`,
    weekday: `(${part("weekday")})`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** `2026-11-23T05:05:00.000Z` → `令和8年11月23日(月) 14:05`. */
export function dateAndTime(instant: string): string {
  const { year, month, day, weekday, time } = eraDate(new Date(instant));
  return `${year}${month}${day}${weekday} ${time}`;
}

/** `2026-11-23T05:05:00.000Z` → `令和8年11月23日`. */
export function dateOfInstant(instant: string): string {
  const { year, month, day } = eraDate(new Date(instant));
  return `${year}${month}${day}`;
}

/** A calendar day `2026-11-23` → `令和8年11月23日`. */
export function dateOfDay(day: string): string {
  return dateOfInstant(`${day}T12:00:00+09:00`);
}

/** A month `202612` or `2026-12` → `令和8年12月`. A month in which an era begins is named after the day it begins with. */
export function monthInEra(month: string): string {
  const digits = month.replace("-", "");
  const date = eraDate(new Date(`${digits.slice(0, 4)}-${digits.slice(4)}-01T12:00:00+09:00`));
  return `${date.year}${date.month}`;
}

/** 提供年月 as the lists show it: `202612` → `令和8年12月分`. */
export function monthOfService(month: string): string {
  return `${monthInEra(month)}分`;
}

/** Whole days from `now` until `instant`, none when it has passed. */
export function daysUntil(instant: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now.getTime()) / 86_400_000));
}
