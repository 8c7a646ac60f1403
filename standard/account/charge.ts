import type { OfficeNumber } from "../values/office-number.ts";

/**
 * What the limit 区分支給限度基準 says of units: `inside` it (the limit covers them), `outside` it (限度額の対象外), or
 * past 30 days of short stay in a row.
 */
export type LimitPart = "inside" | "outside" | "past-30-days";

/** A code of a care user's month, with how often it counts: a line of table 7 before it is reckoned. */
export type ChargedLine = {
  readonly serviceCode: string;
  /** 単位数 of one, before a discount. */
  readonly units: number;
  /** 割引後率: what is left of the units in percent; 100 without a discount. */
  readonly discountRate: number;
  readonly limit: LimitPart;
  /** 回数／日数 in the month. */
  readonly count: number;
  /** サテライト枝番, where a branch of the office comes. */
  readonly satellite?: string;
  readonly taisCode?: string;
  readonly equipmentCode?: string;
  readonly equipmentName?: string;
};

/** An addition in thousandths of the units within the limit 率の加算 (処遇改善加算), itself outside the limit. */
export type PercentAddition = {
  readonly serviceCode: string;
  readonly thousandths: number;
  readonly satellite?: string;
};

/** The services of one type that one office gives a care user in a month. */
export type ChargedService = {
  readonly office: OfficeNumber;
  readonly officeName?: string;
  /** The first two characters of all its codes. */
  readonly serviceType: string;
  /** 単位数単価 in hundredths of a yen, so that sums stay whole. */
  readonly unitPriceInHundredths: number;
  readonly lines: readonly ChargedLine[];
  readonly additions: readonly PercentAddition[];
};

/** What the reckoning needs to know of the care user. */
export type Payer = {
  /** 区分支給限度基準額, units a month. */
  readonly limitUnits: number;
  /** 給付率, in percent. */
  readonly benefitRate: number;
};
