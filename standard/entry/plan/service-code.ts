import type { LimitPart } from "../../account/charge.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";

/**
 * 算定単位: what the units of a service code are of.
 * - `visit`, `day`, `month`: once 回, a day 日, the month 月
 * - `thing`: a thing for rent 品目; the units are those of the thing, not of the code
 * - `permille`: an addition 率の加算 in thousandths of the units within the limit
 */
export type ServiceBasis = "visit" | "day" | "month" | "thing" | "permille";

/** A line of a service code table サービスコード表. */
export type ServiceCode = {
  /** Six characters, the service type first. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly basis: ServiceBasis;
  /** 単位数; of `permille` the thousandths, of `thing` 0. */
  readonly units: number;
  /** Whether the limit 区分支給限度 covers it. */
  readonly limit: Exclude<LimitPart, "past-30-days">;
  /** 単位数単価 where the table's office stands, in hundredths of a yen. */
  readonly unitPriceInHundredths: number;
  readonly validFrom: MonthOfService;
  /** Undefined while no end is known. */
  readonly validTo?: MonthOfService;
};

/** Finds a code as it stands in a month; undefined where the table has none. */
export type FindServiceCode = (code: string, month: MonthOfService) => ServiceCode | undefined;
