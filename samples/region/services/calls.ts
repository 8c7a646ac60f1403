import type { MonthDays, Weekday } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { type Booking, outside, timeless } from "./booking.ts";
import type { Place, WayOf } from "./place.ts";
import type { Week } from "./week.ts";

/** A doctor, dentist or pharmacist calls twice a month. */
export function bookCalls(
  place: Place,
  { price }: WayOf<"calls">,
  days: MonthDays,
  week: Week,
  chance: Chance,
): Booking | undefined {
  const on = week.atHome(days.on([chance.pick<Weekday>([1, 2, 3, 4, 5])]));
  const [first, third] = [on[0], on[2]];
  if (first === undefined) return undefined;
  const line = outside(price, first);
  const occasions = third === undefined ? line.occasions : [...line.occasions, timeless(third)];
  return {
    ...place,
    lines: [{ ...line, occasions }],
    week: undefined,
    frequency: `月${occasions.length}回`,
    stay: undefined,
  };
}
