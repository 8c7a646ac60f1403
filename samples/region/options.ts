import { type MonthOfService, parseMonth } from "@tsunagi/standard";

/** What a made-up region is like. The same options give the same bytes on any machine. */
export type RegionOptions = {
  /** Any whole number; another seed is another region. */
  readonly seed: number;
  /** How many offices 事業所 there are, care managers' and service offices together. */
  readonly offices: number;
  /** How many care users 利用者 they have. */
  readonly users: number;
  /** The month of service 対象年月 that is planned and answered. */
  readonly month: MonthOfService;
};

/** A small town: some seconds to check, every kind of file in it. */
export const defaultRegion: RegionOptions = {
  seed: 1,
  offices: 24,
  users: 120,
  month: parseMonth("202612"),
};

/** From the fewest that serve each other to more than the country has. */
export const regionLimits = {
  offices: { least: 8, most: 400_000 },
  users: { least: 1, most: 10_000_000 },
  /** From the first month of 介護保険 on. */
  month: { least: parseMonth("200004"), most: parseMonth("209912") },
} as const;

/** Options that no region can be made of. The message is for the person who gave them. */
export class RegionError extends Error {
  override readonly name = "RegionError";
}

/**
 * Fills in the defaults.
 * @throws RegionError when a number is not whole, or one of them or the month outside `regionLimits`
 */
export function regionOptions(given: Partial<RegionOptions>): RegionOptions {
  const options = { ...defaultRegion, ...given };
  if (!Number.isSafeInteger(options.seed)) {
    throw new RegionError("種（seed）は整数にしてください。");
  }
  requireWithin("事業所の数", options.offices, regionLimits.offices);
  requireWithin("利用者の数", options.users, regionLimits.users);
  const { least, most } = regionLimits.month;
  if (options.month < least || options.month > most) {
    throw new RegionError(`対象年月は ${least} から ${most} までにしてください。`);
  }
  return options;
}

function requireWithin(
  what: string,
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RegionError(
    `${what}は ${grouped(least)} から ${grouped(most)} までの整数にしてください。`,
  );
}

/** Thousands with commas, whatever the computer's locale. */
function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
