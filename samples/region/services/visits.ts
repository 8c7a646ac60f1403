import { clock, type MonthDays } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { type Booking, type Line, outside } from "./booking.ts";
import type { Place, WayOf } from "./place.ts";
import type { Visit } from "./service.ts";
import type { Week } from "./week.ts";

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

function hasDays({ occasions }: Line): boolean {
  return occasions.length > 0;
}
