import type { MonthDays } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import type { District, Office } from "../offices.ts";
import { type CareUser, levelOn } from "../people/care-user.ts";
import type { Booking } from "./booking.ts";
import { countOf } from "./booking.ts";
import { bookCalls } from "./calls.ts";
import { bookDays } from "./days-out.ts";
import { rentEquipment } from "./rent-equipment.ts";
import type { Service } from "./service.ts";
import { alternatives, services } from "./services.ts";
import { stayOver } from "./stay-over.ts";
import { bookVisits } from "./visits.ts";
import { Week } from "./week.ts";
import { bookMonth } from "./whole-months.ts";

/** How many of those whose services come to more than the limit keep them, and pay what is above it. */
const shareOverLimit = 0.35;

/** The services of a care user in the month, from offices of the district; at least one. */
export function someBookings(
  user: CareUser,
  district: District,
  days: MonthDays,
  chance: Chance,
): readonly Booking[] {
  const chosen = someServices(user, district, chance);
  const week = new Week();
  // Stays come first: on their days there is nothing else.
  const inOrder = [...chosen.filter(isStay), ...chosen.filter((service) => !isStay(service))];
  const bookings = inOrder.flatMap(
    (service) =>
      book(service, user, someOffice(service, district, chance), days, week, chance) ?? [],
  );
  const [first = someRental(user, district, days, chance), ...others] = bookings;
  if (chance.happens(shareOverLimit)) return [first, ...others];
  return within(user.limitUnits, first, others);
}

function someServices(user: CareUser, district: District, chance: Chance): readonly Service[] {
  const chosen: Service[] = [];
  for (const service of services) {
    const share = service.use[user.careLevel] ?? 0;
    const taken = chance.happens(share / 100);
    if (taken && canHave(service, user, district) && !hasAlternative(service, chosen)) {
      chosen.push(service);
    }
  }
  return chosen;
}

/** Whether an office gives it, at each care level that the user has in the month. */
function canHave({ type, use }: Service, user: CareUser, district: District): boolean {
  return district.giving(type).length > 0 && use[levelOn(user, 1)] !== undefined;
}

function hasAlternative({ type }: Service, chosen: readonly Service[]): boolean {
  return alternatives.some(
    (group) => group.includes(type) && chosen.some((other) => group.includes(other.type)),
  );
}

/** Those for whom chance chose nothing rent something, or go to the town's own day care. */
function someRental(user: CareUser, district: District, days: MonthDays, chance: Chance): Booking {
  const service = services.find(
    ({ way, use, type }) =>
      use[user.careLevel] !== undefined &&
      (way.kind === "equipment" || (user.careLevel === "06" && way.kind === "month")) &&
      district.giving(type).length > 0,
  );
  const booking =
    service && book(service, user, someOffice(service, district, chance), days, new Week(), chance);
  if (booking === undefined) throw new RangeError("the smallest district rents to every level");
  return booking;
}

function isStay({ way }: Service): boolean {
  return way.kind === "stay";
}

function someOffice({ type }: Service, district: District, chance: Chance): Office {
  return chance.pick(district.giving(type));
}

/** Undefined where the week has no place left for it. */
function book(
  service: Service,
  user: CareUser,
  office: Office,
  days: MonthDays,
  week: Week,
  chance: Chance,
): Booking | undefined {
  const satellite = chance.happens(0.5) ? office.satellite : undefined;
  const place = { service, office, satellite };
  const { way } = service;
  if (way.kind === "visits") return bookVisits(place, way, days, week, chance);
  if (way.kind === "days") return bookDays(place, way, user, days, week, chance);
  if (way.kind === "month") return bookMonth(place, way, user, days, week, chance);
  if (way.kind === "stay") return stayOver(place, way, user, week, chance);
  if (way.kind === "calls") return bookCalls(place, way, days, week, chance);
  return rentEquipment(place, user, chance);
}

/** The first of the services, and as many of the others as the limit has room for. */
function within(limit: number, first: Booking, others: readonly Booking[]): readonly Booking[] {
  let left = limit - unitsInside(first);
  const fitting = others.filter((booking) => {
    const fits = unitsInside(booking) <= left;
    if (fits) left -= unitsInside(booking);
    return fits;
  });
  return [first, ...fitting];
}

function unitsInside({ lines }: Booking): number {
  return lines
    .filter(({ limit }) => limit === "inside")
    .reduce((sum, line) => sum + line.units * countOf(line), 0);
}
