import type { FileRecord } from "@tsunagi/standard";
import { clock } from "../calendar.ts";
import type { Client } from "../caseload.ts";
import type { Chance } from "../chance.ts";
import type { PlanKey } from "./plan-key.ts";
import { dayActivities, outsideTheWeek } from "./plan-words.ts";

/** Table 3 of a care plan: the week's services, the day's activities, what is not weekly. */
export function table3(
  { bookings }: Client,
  key: PlanKey,
  chance: Chance,
): readonly FileRecord<"UP3KYO">[] {
  const services = bookings.flatMap(({ booking: { service, week } }) =>
    (week?.weekdays ?? []).map((weekday) => ({
      ...key,
      service: service.name,
      weekday: `${weekday}` as const,
      ...(week && { serviceStart: week.start, serviceEnd: week.end }),
    })),
  );
  const activities = dayActivities.map(([activity, start, end]) => ({
    ...key,
    activity,
    activityStart: clock(start),
    activityEnd: clock(end),
  }));
  const others = [
    ...chance.some(outsideTheWeek, 1),
    ...bookings.flatMap(({ booking: { service, week, frequency } }) =>
      week === undefined ? `${service.name}（${frequency}）` : [],
    ),
  ];
  return [...services, ...activities, ...others.map((each) => ({ ...key, outsideTheWeek: each }))];
}
