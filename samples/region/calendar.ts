import {
  type CalendarDate,
  type ClockTime,
  type MonthOfService,
  parseDate,
  parseSetTime,
  parseTime,
  type SetTime,
} from "@tsunagi/standard";

/** Monday is 1, Sunday 7, as the standard counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The days of one month. */
export class MonthDays {
  readonly month: MonthOfService;
  /** How many days the month has. */
  readonly count: number;
  readonly #dates: readonly CalendarDate[];
  readonly #first: number;

  constructor(month: MonthOfService) {
    this.month = month;
    const [year, number] = parts(month);
    this.count = daysIn(year, number);
    this.#first = weekdayOf(year, number, 1);
    this.#dates = upTo(this.count).map((day) => parseDate(`${month}${twoDigits(day)}`));
  }

  /** @param day from 1; beyond the month it is the last of the month */
  date(day: number): CalendarDate {
    const date = this.#dates[Math.min(day, this.count) - 1];
    if (date === undefined) throw new RangeError("days count from 1");
    return date;
  }

  /** The days that fall on one of the weekdays, rising. */
  on(wanted: readonly Weekday[]): readonly number[] {
    return upTo(this.count).filter((day) =>
      wanted.some((weekday) => weekday === ((this.#first + day - 2) % 7) + 1),
    );
  }

  /** The 31 digits 日割対象日 of the days `from` to `to`. */
  claimDays(from: number, to: number): string {
    return upTo(31)
      .map((day) => (day >= from && day <= to ? "1" : "0"))
      .join("");
  }
}

/** A day of a month, by number; beyond the month it is the last of the month. */
export function dayOf(month: MonthOfService, day: number): CalendarDate {
  const [year, number] = parts(month);
  return parseDate(`${month}${twoDigits(Math.min(day, daysIn(year, number)))}`);
}

/** Of two dates the one that comes first. */
export function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}

/** A time of day, from minutes after midnight. */
export function clock(minutes: number): ClockTime {
  return parseTime(`${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`);
}

/** A set time ファイル連番 on a day, from seconds after midnight. */
export function setTimeOn(date: CalendarDate, seconds: number): SetTime {
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  return parseSetTime(
    `${date}${twoDigits(hours)}${twoDigits(Math.floor(rest / 60))}${twoDigits(rest % 60)}`,
  );
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function parts(month: MonthOfService): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(4))];
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
