import type { Booking, Line } from "./booking.ts";
import { timeless } from "./booking.ts";
import { clock, type MonthDays, type Weekday } from "./calendar.ts";
import { type CareUser, levelOn } from "./care-user.ts";
import type { Chance } from "./chance.ts";
import type { Priced, PricedByLevel, Visit, Way } from "./services.ts";
import type { Week } from "./week.ts";

/** Who gives which service. */
export type Place = Pick<Booking, "service" | "office" | "satellite">;

type WayOf<Kind extends Way["kind"]> = Extract<Way, { readonly kind: Kind }>;

/** Someone comes on some weekdays; those who come daily may come once more in the evening. */
export function bookVisits(
  place: Place,
  { visits, timesAWeek, standby }: WayOf<"visits">,
  days: MonthDays,
  week: Week,
  chance: Chance,
): Booking | undefined {
  const times = chance.pick(timesAWeek);
  const first = visitLine(chance.pick(visits), times, days, week, chance);
  if (first === undefined) return undefined;
  const again =
    times >= 5 && chance.happens(0.4)
      ? visitLine(chance.pick(visits), times, days, week, chance)
      : undefined;
  const lines = [first.line, ...(again === undefined ? [] : [again.line])].filter(hasDays);
  const [
    {
      occasions: [opening],
    } = { occasions: [] },
  ] = lines;
  if (opening === undefined) return undefined;
  if (standby !== undefined && chance.happens(0.5)) {
    lines.push(outside(standby, opening.day));
  }
  return {
    ...place,
    lines: together(lines),
    week: first.week,
    frequency: `週${times}回`,
    stay: undefined,
  };
}

function visitLine(visit: Visit, times: number, days: MonthDays, week: Week, chance: Chance) {
  const taken = week.takeVisits(times, chance);
  if (taken === undefined) return undefined;
  const [start, end] = [clock(taken.start), clock(taken.start + visit.minutes)];
  const line: Line = {
    code: visit.code,
    units: visit.units,
    limit: "inside",
    occasions: week
      .atHome(days.on(taken.weekdays))
      .map((day) => ({ day, start, end, count: visit.count })),
  };
  return { line, week: { weekdays: taken.weekdays, start, end } };
}

/** Two lines of one code are one line. */
function together(lines: readonly Line[]): readonly Line[] {
  const byCode = Map.groupBy(lines, ({ code }) => code);
  return Array.from(byCode.values(), ([first, ...others]) => {
    if (first === undefined) throw new RangeError("a group is never empty");
    return { ...first, occasions: [first, ...others].flatMap(({ occasions }) => occasions) };
  });
}

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

/** The days by the price of the user's level on them. */
export function byLevel(
  price: PricedByLevel,
  user: CareUser,
  days: readonly number[],
): readonly (readonly [Priced, readonly number[]])[] {
  return Array.from(
    Map.groupBy(days, (day) => levelOn(user, day)),
    ([level, on]) => {
      const priced = price[level];
      if (priced === undefined) throw new RangeError(`no price for level ${level}`);
      return [priced, on] as const;
    },
  );
}

function outside([code, units]: Priced, day: number): Line {
  return { code, units, limit: "outside", occasions: [timeless(day)] };
}

function hasDays({ occasions }: Line): boolean {
  return occasions.length > 0;
}
