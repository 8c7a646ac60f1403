import { type CareUser, levelOn } from "../people/care-user.ts";
import type { Priced, PricedByLevel } from "./service.ts";

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
