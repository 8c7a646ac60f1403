import { clock, type MonthDays, type Weekday } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import type { CareUser } from "../people/care-user.ts";
import { type Booking, type Line, timeless } from "./booking.ts";
import type { Place, WayOf } from "./place.ts";
import { byLevel } from "./price-by-level.ts";
import type { Week } from "./week.ts";

/** One code for the month; by the day where the user began in the month or changed level. */
export function bookMonth(
  place: Place,
  { price, perDay }: WayOf<"month">,
  user: CareUser,
  days: MonthDays,
  week: Week,
  chance: Chance,
): Booking | undefined {
  const begins = chance.happens(0.06) ? chance.between(4, 24) : 1;
  const all = Array.from({ length: days.count - begins + 1 }, (_, at) => begins + at);
  const partial = begins > 1 || user.change !== undefined;
  const weekdays: readonly Weekday[] = week.takeDaysOut(chance.between(1, 2), chance);
  return {
    ...place,
    lines: byLevel(partial ? perDay : price, user, all).map(([[code, units], on]): Line => {
      const [first = begins, last = first] = [on[0], on.at(-1)];
      return {
        code,
        units,
        limit: "inside",
        occasions: [timeless(first, partial ? on.length : 1)],
        ...(partial && { claimDays: days.claimDays(first, last) }),
      };
    }),
    week: { weekdays, start: clock(10 * 60), end: clock(12 * 60) },
    frequency: `週${weekdays.length}回`,
    stay: undefined,
  };
}
