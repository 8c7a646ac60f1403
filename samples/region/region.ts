import type { SampleFile } from "../sample-file.ts";
import { MonthDays } from "./calendar.ts";
import { type Caseload, someCaseload } from "./caseload.ts";
import { Chance } from "./chance.ts";
import { monthOf } from "./month-of-office.ts";
import { District } from "./offices.ts";
import { type RegionOptions, regionOptions } from "./options.ts";

/** About as many offices work with each other. */
const officesOfDistrict = 64;

/** Of all users, those whose care a 地域包括支援センター plans itself. */
const shareOfCenters = 0.17;

/**
 * The month of a whole region, file by file: care plans, plans of use, results, preventive care and deletions, between
 * made-up offices about made-up users. All of it conforms to the standard: `checkFiles` finds nothing. Files are made
 * as they are asked for, one care manager's office after the other, so a country takes no more memory than a town.
 * @throws RegionError when the options are of no region
 */
export function region(given: Partial<RegionOptions> = {}): Iterable<SampleFile> {
  const options = regionOptions(given);
  return { [Symbol.iterator]: () => filesOf(options) };
}

function* filesOf(options: RegionOptions): Generator<SampleFile> {
  const days = new MonthDays(options.month);
  const districts = Math.max(1, Math.round(options.offices / officesOfDistrict));
  for (let number = 0; number < districts; number++) {
    for (const caseload of caseloadsOf(options, number, districts, days)) yield* monthOf(caseload);
  }
}

/** The care managers' offices of a district, one after the other, each with its users. */
function* caseloadsOf(
  { seed, offices, users }: RegionOptions,
  number: number,
  districts: number,
  days: MonthDays,
): Generator<Caseload> {
  const [first, next] = [share(offices, number, districts), share(offices, number + 1, districts)];
  const [firstUser, nextUser] = [
    share(users, number, districts),
    share(users, number + 1, districts),
  ];
  const district = new District(seed, first, next - first);
  const place = { district, number, days };
  const { centers, planners } = district;
  const ofCenters = Math.round((nextUser - firstUser) * shareOfCenters);
  for (const [at, center] of centers.entries()) {
    const chance = new Chance(seed, "center", number, at);
    yield someCaseload(
      center,
      place,
      part(firstUser, ofCenters, at, centers.length),
      undefined,
      chance,
    );
  }
  const ofPlanners = nextUser - firstUser - ofCenters;
  for (const [at, planner] of planners.entries()) {
    const chance = new Chance(seed, "planner", number, at);
    const theirs = part(firstUser + ofCenters, ofPlanners, at, planners.length);
    yield someCaseload(planner, place, theirs, centers[at % centers.length], chance);
  }
}

/** One of so many equal parts of the users from `first` on. */
function part(first: number, count: number, at: number, parts: number) {
  const from = share(count, at, parts);
  return { first: first + from, count: share(count, at + 1, parts) - from };
}

/** Where part `at` of so many equal parts begins. */
function share(whole: number, at: number, parts: number): number {
  return Math.floor((whole * at) / parts);
}
