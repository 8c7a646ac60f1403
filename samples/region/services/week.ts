import { type Weekday, weekdays } from "../calendar.ts";
import type { Chance } from "../chance.ts";

/** When visits begin, in minutes after midnight: far enough apart for the longest, and clear of the days out. */
const visitStarts = [8 * 60, 17 * 60 + 30, 18 * 60 + 40] as const;
const visitStartsAtHome = [10 * 60, 14 * 60, 11 * 60 + 10, 15 * 60 + 10, 13 * 60] as const;

/** What of a care user's week and month is taken. */
export class Week {
  readonly #daysOut = new Set<Weekday>();
  readonly #daysAway = new Set<number>();
  #visits = 0;
  #visitsOnDaysOut = 0;

  /** Takes so many weekdays for going out; fewer where fewer are left. Nobody goes out on Sundays. */
  takeDaysOut(count: number, chance: Chance): readonly Weekday[] {
    const free = weekdays.filter((weekday) => weekday !== 7 && !this.#daysOut.has(weekday));
    const taken = chance.some(free, count);
    for (const weekday of taken) this.#daysOut.add(weekday);
    return taken;
  }

  /**
   * Weekdays and a time for visits, on days at home where there are enough; every service has a time of its own.
   * Undefined when all times are taken.
   */
  takeVisits(
    count: number,
    chance: Chance,
  ): { readonly weekdays: readonly Weekday[]; readonly start: number } | undefined {
    const home = weekdays.filter((weekday) => weekday < 6 && !this.#daysOut.has(weekday));
    if (count <= home.length) {
      const start = visitStartsAtHome[this.#visits++];
      return start === undefined ? undefined : { weekdays: chance.some(home, count), start };
    }
    const start = visitStarts[this.#visitsOnDaysOut++];
    return start === undefined ? undefined : { weekdays: chance.some(weekdays, count), start };
  }

  /** Days of the month on which the user is not at home. */
  away(from: number, to: number): void {
    for (let day = from; day <= to; day++) this.#daysAway.add(day);
  }

  /** Those of the days on which the user is at home. */
  atHome(days: readonly number[]): readonly number[] {
    return days.filter((day) => !this.#daysAway.has(day));
  }
}
