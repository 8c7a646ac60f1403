/** Japan keeps no summer time. */
const tokyoMilliseconds = 9 * 3_600_000;

/** The calendar day in Asia/Tokyo, YYYY-MM-DD. */
export function dayInTokyo(at: Date): string {
  return new Date(at.getTime() + tokyoMilliseconds).toISOString().slice(0, 10);
}

/** The day before or after, by whole days. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of a year that begins on `from` (民法143条): the day before the same day of the next year; of one that
 * begins on 29 February, the end of the next year's February.
 */
export function lastDayOfYear(from: string): string {
  const date = new Date(`${from}T00:00:00Z`);
  // 29 February rolls over to 1 March, and the day before it is the end of February.
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return dayAfter(date.toISOString().slice(0, 10), -1);
}

/** The month, YYYY-MM, that comes `months` after that of `day`. */
export function monthAfter(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}
