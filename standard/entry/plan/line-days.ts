import { daysOf } from "../../documents/table-6.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import type { Weekday } from "../../values/weekday.ts";
import type { PlanLine } from "./plan-draft.ts";

/** No service on any day of a month. */
export function noDays(month: MonthOfService): readonly number[] {
  return daysOf(month).map(() => 0);
}

/** How often a line stands in its month. */
export function timesOf({ counts }: Pick<PlanLine, "counts">): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The counts of a line whose weekdays are others now: days of weekdays that were taken away are empty, those of new
 * ones have the service once; single days on other weekdays stay.
 */
export function withWeekdays(
  { weekdays: before, counts }: Pick<PlanLine, "weekdays" | "counts">,
  weekdays: readonly Weekday[],
  month: MonthOfService,
): readonly number[] {
  return daysOf(month).map(({ weekday }, at) => {
    const count = counts[at] ?? 0;
    if (weekdays.includes(weekday)) return before.includes(weekday) ? count : Math.max(count, 1);
    return before.includes(weekday) ? 0 : count;
  });
}

/** The weekdays on which there is service each time they come in a month, equally often. */
export function weeklyIn(counts: readonly number[], month: MonthOfService): readonly Weekday[] {
  const byWeekday = Map.groupBy(daysOf(month), ({ weekday }) => weekday);
  return Array.from(byWeekday)
    .filter(([, days]) => {
      const first = counts[(days[0]?.day ?? 0) - 1] ?? 0;
      return first > 0 && days.every(({ day }) => counts[day - 1] === first);
    })
    .map(([weekday]) => weekday)
    .sort();
}
