import type { Change, ComparedVisit } from "./compared-visit.ts";
import { compareTexts, type Visit } from "./visit.ts";

/**
 * Puts the visits of two sides together, each used once. First those that are alike, then, on the same day, those that
 * differ the least: an hour that moved, a satellite, equipment or code that is another, and where both sides speak for
 * the offices an office that is another. What is left stands on its own side alone.
 * @param speaks whether the other side says anything of a visit: plans of all, results of their own offices
 */
export function pairVisits(
  before: readonly Visit[],
  after: readonly Visit[],
  speaks: { readonly before: (visit: Visit) => boolean; readonly after: (visit: Visit) => boolean },
): readonly ComparedVisit[] {
  const compared: ComparedVisit[] = [];
  const left = {
    before: new Set(before.filter((visit) => speaks.after(visit))),
    after: new Set(after.filter((visit) => speaks.before(visit))),
  };
  for (const visit of before) {
    if (!left.before.has(visit))
      compared.push({ outcome: "unreported", before: visit, after: undefined });
  }
  for (const visit of after) {
    if (!left.after.has(visit))
      compared.push({ outcome: "unreported", before: undefined, after: visit });
  }
  const pair = ([one, other]: Pair): void => {
    left.before.delete(one);
    left.after.delete(other);
    compared.push(pairOf(one, other));
  };
  alikePairs(left.before, left.after).forEach(pair);
  for (const distance of distances) nearestPairs(left.before, left.after, distance).forEach(pair);
  for (const visit of left.before) {
    compared.push({ outcome: "missing", before: visit, after: undefined });
  }
  for (const visit of left.after) {
    compared.push({ outcome: "added", before: undefined, after: visit });
  }
  return compared;
}

/** How far two visits are apart, in minutes; undefined when they do not belong together. The same both ways round. */
type Distance = (one: Visit, other: Visit) => number | undefined;

/** From what differs the least to what differs the most, and is taken for one visit still. */
const distances: readonly Distance[] = [
  differingIn("satellite"),
  differingIn("time"),
  differingIn("equipment"),
  (one, other) => (canBeRecoded(one, other) ? differingIn("code")(one, other) : undefined),
  (one, other) => (overlap(one, other) ? differingIn("time", "code")(one, other) : undefined),
  (one, other) => (isTimed(one) ? differingIn("office")(one, other) : undefined),
];

/** A distance for visits that agree in all but these. */
function differingIn(...allowed: readonly Change[]): Distance {
  return (one, other) => {
    const differing = identity.filter((what) => !agree(what, one, other));
    return differing.every((what) => allowed.includes(what))
      ? minutesBetween(one, other)
      : undefined;
  };
}

/** What makes a visit the visit that it is. */
const identity = ["time", "code", "satellite", "equipment", "office"] as const;

function agree(what: Change, one: Visit, other: Visit): boolean {
  switch (what) {
    case "time":
      return one.startTime === other.startTime && one.endTime === other.endTime;
    case "code":
      return one.serviceCode === other.serviceCode;
    case "count":
      return one.count === other.count;
    case "units":
      // 0 leaves the sum to the claim, and says nothing.
      return one.units === other.units || one.units === 0 || other.units === 0;
    case "satellite":
      return one.satellite === other.satellite;
    case "equipment":
      return one.taisCode === other.taisCode && one.equipmentCode === other.equipmentCode;
    case "office":
      return one.serviceOffice === other.serviceOffice;
    default:
      return what satisfies never;
  }
}

/** Two codes without a time of day are two services, unless they are of the same piece of equipment. */
function canBeRecoded(one: Visit, other: Visit): boolean {
  const rented = one.taisCode ?? one.equipmentCode;
  return isTimed(one) || (rented !== undefined && typeOf(one) === typeOf(other));
}

/** Whether two visits of one service type have minutes in common, across midnight too. */
function overlap(one: Visit, other: Visit): boolean {
  if (!isTimed(one) || !isTimed(other) || typeOf(one) !== typeOf(other)) return false;
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.from < b.to && b.from < a.to;
}

function typeOf({ serviceCode }: Visit): string {
  return serviceCode.slice(0, 2);
}

function isTimed({ startTime }: Visit): boolean {
  return startTime !== "9999";
}

function spanOf({ startTime, endTime }: Visit): { readonly from: number; readonly to: number } {
  const [from, to] = [minuteOf(startTime), minuteOf(endTime)];
  return { from, to: to < from ? to + 24 * 60 : to };
}

function minutesBetween(one: Visit, other: Visit): number {
  return Math.abs(minuteOf(one.startTime) - minuteOf(other.startTime));
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(2));
}

type Pair = readonly [before: Visit, after: Visit];

function alikePairs(before: ReadonlySet<Visit>, after: ReadonlySet<Visit>): readonly Pair[] {
  const byKey = new Map(Array.from(after, (visit) => [visit.key, visit] as const));
  return [...before].flatMap((one) => {
    const other = byKey.get(one.key);
    return other === undefined ? [] : [[one, other] as const];
  });
}

/** Visits of one day and side that are looked at: more than anyone has, and few enough to try each with each. */
const mostOfDay = 100;

/** Pairs of the same day that belong together, the nearest first, none used twice. */
function nearestPairs(
  before: ReadonlySet<Visit>,
  after: ReadonlySet<Visit>,
  distance: Distance,
): readonly Pair[] {
  const [daysBefore, daysAfter] = [before, after].map((visits) =>
    Map.groupBy(visits, ({ date }) => date),
  );
  const candidates = Array.from(daysBefore ?? []).flatMap(([date, ofDay]) => {
    const others = daysAfter?.get(date) ?? [];
    if (ofDay.length > mostOfDay || others.length > mostOfDay) return [];
    return ofDay.flatMap((one) =>
      others.flatMap((other) => {
        const apart = distance(one, other);
        return apart === undefined ? [] : [{ one, other, apart, order: orderOf(one, other) }];
      }),
    );
  });
  candidates.sort((a, b) => a.apart - b.apart || compareTexts(a.order, b.order));
  const used = new Set<Visit>();
  return candidates.flatMap(({ one, other }) => {
    if (used.has(one) || used.has(other)) return [];
    used.add(one);
    used.add(other);
    return [[one, other] as const];
  });
}

/** Settles which of equally near pairs comes first, alike whichever side is which. */
function orderOf({ key: a }: Visit, { key: b }: Visit): string {
  return a < b ? a + b : b + a;
}

const everything = [...identity, "count", "units"] as const;

function pairOf(before: Visit, after: Visit): ComparedVisit {
  const [first, ...more] = everything.filter((what) => !agree(what, before, after));
  return first === undefined
    ? { outcome: "same", before, after }
    : { outcome: "changed", changes: [first, ...more], before, after };
}
