import type { ServiceType } from "@tsunagi/standard";
import type { Need } from "../care-plan/needs.ts";
import type { CareLevel } from "../people/care-levels.ts";

/**
 * A service of the region. Codes and units are made up: they only look like those of the service code table
 * サービスコード表.
 */
export type Service = {
  readonly type: ServiceType;
  /** How care plans call it. */
  readonly name: string;
  /** What it is good for. */
  readonly needs: readonly [Need, ...Need[]];
  /** 人件費割合: how much of the price of a unit follows the wages of the place. */
  readonly wages: "70%" | "55%" | "45%" | "none";
  /** How many of a hundred users of a level have it. */
  readonly use: { readonly [Level in CareLevel]?: number };
  /** 処遇改善加算: an addition in thousandths of the units inside the limit, itself outside the limit. */
  readonly percent?: { readonly code: string; readonly thousandths: number };
  readonly way: Way;
};

/** A code with its units. */
export type Priced = readonly [code: string, units: number];

/** Codes that differ by care level. */
export type PricedByLevel = { readonly [Level in CareLevel]?: Priced };

/**
 * How a service is given.
 * - `visits`: someone comes, at a time of day
 * - `days`: the user goes there for the day
 * - `month`: one code for the month, by the day when only a part of it
 * - `stay`: days and nights
 * - `equipment`: rented things, see equipment.ts
 * - `calls`: twice a month, without a time, outside the limit
 */
export type Way =
  | {
      readonly kind: "visits";
      readonly visits: readonly Visit[];
      /** A week, one of these. */
      readonly timesAWeek: readonly number[];
      /** Once a month, outside the limit, with some users. */
      readonly standby?: Priced;
    }
  | {
      readonly kind: "days";
      readonly price: PricedByLevel;
      readonly timesAWeek: readonly number[];
      readonly hours: readonly (readonly [start: number, end: number])[];
      readonly additions: readonly Priced[];
    }
  | {
      readonly kind: "month";
      readonly price: PricedByLevel;
      readonly perDay: PricedByLevel;
    }
  | {
      readonly kind: "stay";
      readonly price: PricedByLevel;
      readonly nights: readonly [least: number, most: number];
      readonly transfer: Priced;
    }
  | { readonly kind: "equipment" }
  | { readonly kind: "calls"; readonly price: Priced };

/** 所要時間 and how often the code counts for one visit. */
export type Visit = {
  readonly code: string;
  readonly units: number;
  readonly minutes: number;
  readonly count: number;
};

export function visit(code: string, units: number, minutes: number, count = 1): Visit {
  return { code, units, minutes, count };
}
