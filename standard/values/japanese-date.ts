/** Dates and months as they stand on Japanese forms: in eras. The first year of an era is 元年. */
import { type CalendarDate, parseDate } from "./calendar-date.ts";
import { eras } from "./eras.ts";
import type { MonthOfService } from "./month-of-service.ts";
import type { SetTime } from "./set-time.ts";

/** A date in words: `20261120` is 令和8年11月20日. Before Meiji began on 25 January 1868, the western year. */
export function dateInEra(date: CalendarDate): string {
  const { name, year } = yearInEra(date);
  return `${name}${year === 1 ? "元" : year}年${Number(date.slice(4, 6))}月${Number(date.slice(6))}日`;
}

/** The moment a set was written, to the minute: `20261120100000` is 令和8年11月20日 10:00. */
export function setTimeInEra(time: SetTime): string {
  return `${dateInEra(parseDate(time.slice(0, 8)))} ${time.slice(8, 10)}:${time.slice(10, 12)}`;
}

/** A date as forms abbreviate it: `20261120` is R8.11.20. */
export function shortDateInEra(date: CalendarDate): string {
  const { letter, year } = yearInEra(date);
  return `${letter}${year}.${Number(date.slice(4, 6))}.${Number(date.slice(6))}`;
}

/** A month in words: `202612` is 令和8年12月. A month in which an era begins is named after its first day: 平成31年4月, 令和元年5月. */
export function monthInEra(month: MonthOfService): string {
  const { name, year } = yearInEra(`${month}01`);
  return `${name}${year === 1 ? "元" : year}年${Number(month.slice(4))}月`;
}

function yearInEra(date: string): {
  readonly name: string;
  readonly letter: string;
  readonly year: number;
} {
  const western = Number(date.slice(0, 4));
  const era = eras.findLast(({ first }) => date >= first);
  if (era === undefined) return { name: "", letter: "", year: western };
  return { name: era.name, letter: era.letter, year: western - Number(era.first.slice(0, 4)) + 1 };
}
