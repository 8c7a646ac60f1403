import type { Chance } from "../chance.ts";
import type { CareUser } from "../people/care-user.ts";
import type { Booking, Line } from "./booking.ts";
import { timeless } from "./booking.ts";
import type { Place, WayOf } from "./place.ts";
import { byLevel } from "./price-by-level.ts";
import type { Week } from "./week.ts";

/** How many days in a row the insurance pays. */
const daysInARow = 30;

/** Days and nights at an office; a few have been there since the month before, so long that 30 days are passed. */
export function stayOver(
  place: Place,
  { price, nights, transfer }: WayOf<"stay">,
  user: CareUser,
  week: Week,
  chance: Chance,
): Booking {
  const long = user.careLevel > "22" && chance.happens(0.08);
  const inARow = long ? chance.between(20, 26) : 0;
  const first = long ? 1 : chance.between(1, 18);
  const last = long ? chance.between(12, 16) : first + chance.between(...nights);
  const stayed = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  week.away(first, last);
  const paid = stayed.filter((_, at) => inARow + at < daysInARow);
  const past = stayed.filter((_, at) => inARow + at >= daysInARow);
  const [code, units] = transfer;
  return {
    ...place,
    lines: [
      ...linesOn(paid, "inside"),
      {
        code,
        units,
        limit: "inside",
        occasions: (long ? [last] : [first, last]).map((day) => timeless(day)),
      },
      ...linesOn(past, "past-30-days"),
    ],
    week: undefined,
    frequency: `月${stayed.length}日`,
    stay: { before: inARow + chance.below(30), planned: stayed.length },
  };

  function linesOn(on: readonly number[], limit: Line["limit"]): readonly Line[] {
    return byLevel(price, user, on).map(([[each, worth], dates]) => ({
      code: each,
      units: worth,
      limit,
      occasions: dates.map((day) => timeless(day)),
    }));
  }
}
