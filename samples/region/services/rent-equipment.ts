import type { Chance } from "../chance.ts";
import { isPreventive } from "../people/care-levels.ts";
import type { CareUser } from "../people/care-user.ts";
import type { Booking, Line } from "./booking.ts";
import { timeless } from "./booking.ts";
import { forAll, forCare } from "./equipment.ts";
import type { Place } from "./place.ts";

/** Things for rent, one or two of the lighter levels, up to five of the heavier; some of them several times. */
export function rentEquipment(place: Place, { careLevel }: CareUser, chance: Chance): Booking {
  const heavy = !isPreventive(careLevel) && careLevel !== "21";
  const things = heavy
    ? [...chance.some(forCare, chance.between(1, 4)), ...chance.some(forAll, 1)]
    : chance.some(forAll, chance.between(1, 2));
  return {
    ...place,
    lines: things.map((equipment): Line => {
      const pieces = equipment.several && heavy && chance.happens(0.5) ? chance.between(2, 3) : 1;
      return {
        code: `${place.service.type}${equipment.code}`,
        units: equipment.units,
        limit: "inside",
        occasions: Array.from({ length: pieces }, () => timeless(1)),
        equipment,
      };
    }),
    week: undefined,
    frequency: "毎月",
    stay: undefined,
  };
}
