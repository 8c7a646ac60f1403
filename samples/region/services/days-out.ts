import { clock, type MonthDays } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import type { CareUser } from "../people/care-user.ts";
import { type Booking, type Line, timeless } from "./booking.ts";
import type { Place, WayOf } from "./place.ts";
import { byLevel } from "./price-by-level.ts";
import type { Week } from "./week.ts";

/** The user goes out for the day on some weekdays. */
export function bookDays(
  place: Place,
  { price, timesAWeek, hours, additions }: WayOf<"days">,
  user: CareUser,
  days: MonthDays,
  week: Week,
  chance: Chance,
): Booking | undefined {
  const weekdays = week.takeDaysOut(chance.pick(timesAWeek), chance);
  const [from, to] = chance.pick(hours);
  const [start, end] = [clock(from), clock(to)];
  const goes = week.atHome(days.on(weekdays));
  if (goes.length === 0) return undefined;
  const chosen = additions.filter(() => chance.happens(0.7));
  return {
    ...place,
    lines: [
      ...byLevel(price, user, goes).map(
        ([[code, units], on]): Line => ({
          code,
          units,
          limit: "inside",
          occasions: on.map((day) => ({ day, start, end, count: 1 })),
        }),
      ),
      ...chosen.map(
        ([code, units]): Line => ({
          code,
          units,
          limit: "inside",
          occasions: goes.map((day) => timeless(day)),
        }),
      ),
    ],
    week: { weekdays, start, end },
    frequency: `週${weekdays.length}回`,
    stay: undefined,
  };
}
