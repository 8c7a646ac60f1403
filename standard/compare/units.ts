import type { Annex, AnnexService } from "../documents/table-7.ts";
import type { SideUser } from "./side.ts";
import { type Visit, visitsOf } from "./visit.ts";

/** What the visits of a care user's month come to. */
export type Totals = {
  /** サービス回数 of all visits. */
  readonly count: number;
  /** Units of all visits as far as they are known, before any limit. */
  readonly units: number;
  /** 給付管理単位数: those that count against 区分支給限度基準額. Undefined where no table 7 is there to tell. */
  readonly managed: number | undefined;
  readonly doubts: readonly UnitsDoubt[];
};

/**
 * What a sum rests on where the rows themselves do not say.
 * - `taken-from-plan`: the rows have 0 units (percent additions in results); those of the plan were taken
 * - `not-known`: 0 units, and no plan says more: not in the sums
 * - `not-by-count`: the plan's table 7 counts otherwise than its table 6 (by the day, say); by count of visits here
 * - `limit-not-known`: no table 7 says whether the limit counts it; taken as counted
 */
export type UnitsDoubt = {
  readonly serviceCode: string;
  readonly why: "taken-from-plan" | "not-known" | "not-by-count" | "limit-not-known";
};

/** What plans say of a service's units: by service, the plan asked first before the others. */
export type PriceList = ReadonlyMap<string, Price>;

/** What table 7 says of a service that table 6 plans `count` times. */
type Price = {
  readonly unitsOfOne: number;
  /** サービス単位. */
  readonly units: number;
  /** 給付管理単位数: of these the limit counts so many; undefined where it does not say. */
  readonly managed: number | undefined;
  readonly count: number;
};

/** Reads what tables 7 say of units; of a service in several the first holds. */
export function priceListOf(plans: readonly (SideUser | undefined)[]): PriceList | undefined {
  const annexed = plans.flatMap((plan) =>
    plan?.table7 === undefined ? [] : [pricesOf(plan.table7, visitsOf(plan.table6))],
  );
  if (annexed.length === 0) return undefined;
  return new Map(annexed.toReversed().flatMap((prices) => [...prices]));
}

/** Adds up visits. Units are those of the rows; what rows leave open is looked up in the plans. */
export function totalsOf(visits: readonly Visit[], prices: PriceList | undefined): Totals {
  const services = Map.groupBy(visits, serviceOf);
  const sums = Array.from(services, ([service, same]) => sumOf(same, prices, service));
  return {
    count: add(visits, ({ count }) => count),
    units: add(sums, ({ units }) => units),
    managed: prices === undefined ? undefined : add(sums, ({ managed }) => managed),
    doubts: sums.flatMap(({ doubts }) => doubts),
  };
}

type Sum = {
  readonly units: number;
  readonly managed: number;
  readonly doubts: readonly UnitsDoubt[];
};

function sumOf(visits: readonly Visit[], prices: PriceList | undefined, service: string): Sum {
  const [first] = visits;
  const serviceCode = first?.serviceCode ?? "";
  const price = prices?.get(service);
  const { units, why } = unitsOf(visits, price);
  const countedByLimit = first?.over30Days === true ? 0 : managedOf(units, price);
  const limitDoubt = prices !== undefined && countedByLimit === undefined && units > 0;
  return {
    units,
    managed: countedByLimit ?? units,
    doubts: [
      ...(why === undefined ? [] : [{ serviceCode, why }]),
      ...(limitDoubt ? [{ serviceCode, why: "limit-not-known" as const }] : []),
    ],
  };
}

function unitsOf(
  visits: readonly Visit[],
  price: Price | undefined,
): { readonly units: number; readonly why?: UnitsDoubt["why"] } {
  const count = add(visits, (visit) => visit.count);
  const byCount = add(visits, (visit) => visit.count * visit.units);
  const unsaid = add(
    visits.filter(({ units }) => units === 0),
    (visit) => visit.count,
  );
  if (price === undefined)
    return unsaid > 0 ? { units: byCount, why: "not-known" } : { units: byCount };
  if (price.units !== price.unitsOfOne * price.count) {
    // By the month or by the day: what table 7 says holds as long as nothing has changed.
    if (count === price.count || price.units === price.unitsOfOne) return { units: price.units };
    return { units: byCount, why: "not-by-count" };
  }
  if (unsaid === 0) return { units: byCount };
  return { units: byCount + unsaid * price.unitsOfOne, why: "taken-from-plan" };
}

/** 給付管理単位数 may be more than the units, where the limit counts them before a reduction. */
function managedOf(units: number, price: Price | undefined): number | undefined {
  if (price?.managed === undefined) return undefined;
  return price.units === 0 ? 0 : Math.round((units * price.managed) / price.units);
}

function pricesOf(annex: Annex, planned: readonly Visit[]): ReadonlyMap<string, Price> {
  const counts = Map.groupBy(planned, serviceOf);
  const prices = new Map<string, Price>();
  for (const { office, services } of annex.offices) {
    for (const service of services) {
      for (const { record } of service.details) {
        const key = serviceKey(office, record.serviceCode);
        const before = prices.get(key);
        const units =
          record.serviceUnits ?? (record.discountedUnits ?? record.units) * record.count;
        const managed = managedIn(service, record.managedUnits, record.over30Days === "1", units);
        prices.set(key, {
          unitsOfOne: record.discountedUnits ?? record.units,
          units: units + (before?.units ?? 0),
          managed:
            managed === undefined || (before !== undefined && before.managed === undefined)
              ? undefined
              : managed + (before?.managed ?? 0),
          count: add(counts.get(key) ?? [], ({ count }) => count),
        });
      }
    }
  }
  return prices;
}

/** Where details leave 給付管理単位数 to their subtotal, all of them are inside only if it holds them all. */
function managedIn(
  { details, subtotals }: AnnexService,
  managedUnits: number | undefined,
  over30Days: boolean,
  units: number,
): number | undefined {
  if (over30Days) return 0;
  if (managedUnits !== undefined) return managedUnits;
  const marked = details.some(({ record }) => record.managedUnits !== undefined);
  const inside = subtotals.filter(({ role }) => role === "inside");
  if (marked || inside.length === 0) return 0;
  const ofDetails = add(details, ({ record }) => record.serviceUnits ?? 0);
  const ofSubtotals = add(inside, ({ record }) => record.serviceUnits ?? 0);
  return ofDetails === ofSubtotals ? units : undefined;
}

function serviceOf({ serviceOffice, serviceCode }: Visit): string {
  return serviceKey(serviceOffice, serviceCode);
}

function serviceKey(office: string, serviceCode: string): string {
  return `${office}/${serviceCode}`;
}

function add<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
