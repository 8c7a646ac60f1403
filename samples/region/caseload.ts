import type { MonthOfService } from "@tsunagi/standard";
import type { MonthDays } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import type { District, Office } from "./offices.ts";
import { isPreventive } from "./people/care-levels.ts";
import { someCareUser } from "./people/care-user.ts";
import { someName } from "./people/names.ts";
import { type CareMonth, countMonth } from "./services/account.ts";
import { someBookings } from "./services/bookings.ts";

/** A care manager's office with the users whose care it plans. */
export type Caseload = {
  readonly office: Office;
  readonly district: District;
  readonly month: MonthOfService;
  readonly days: MonthDays;
  readonly clients: readonly Client[];
  /** 地域包括支援センター whose users this office plans for 委託; undefined for a center itself. */
  readonly center: Office | undefined;
  readonly chance: Chance;
};

/** A care user as the care manager sees them. */
export type Client = CareMonth & {
  /** Care manager 介護支援専門員, or the center's staff. */
  readonly plannerName: string;
  readonly preventive: boolean;
  /** Whether the care plan 居宅サービス計画 is new in this month. */
  readonly newPlan: boolean;
};

/** Of the users of a care manager's office, those of 介護予防 in its center's place. */
const relayedShare = 0.1;

/** A new care plan every half year or so. */
const everySixth = 6;

/**
 * @param first number in the region of the office's first user
 * @param users how many it has
 */
export function someCaseload(
  office: Office,
  place: { readonly district: District; readonly number: number; readonly days: MonthDays },
  users: { readonly first: number; readonly count: number },
  center: Office | undefined,
  chance: Chance,
): Caseload {
  const { district, number, days } = place;
  const planners = Array.from(
    { length: 1 + Math.floor(users.count / 35) },
    () => someName(chance, chance.happens(0.75) ? "2" : "1").name,
  );
  const relayed = Math.round(users.count * relayedShare);
  const clients = Array.from({ length: users.count }, (_, at): Client => {
    const preventive = center === undefined || at < relayed;
    const user = someCareUser(chance, users.first + at + 1, number, days.month, preventive);
    return {
      ...countMonth(user, someBookings(user, district, days, chance), number),
      plannerName: chance.pick(planners),
      preventive: isPreventive(user.careLevel),
      newPlan: at % everySixth === (preventive ? 0 : relayed % everySixth),
    };
  });
  return { office, district, month: days.month, days, clients, center, chance };
}
