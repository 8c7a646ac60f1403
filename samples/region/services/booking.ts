import type { ClockTime, NoTime } from "@tsunagi/standard";
import type { Weekday } from "../calendar.ts";
import type { Office } from "../offices.ts";
import type { Equipment } from "./equipment.ts";
import type { Priced, Service } from "./service.ts";

/** A service that one office gives a care user in the month. */
export type Booking = {
  readonly service: Service;
  readonly office: Office;
  /** サテライト枝番, where a branch of the office comes. */
  readonly satellite: string | undefined;
  readonly lines: readonly Line[];
  /** Its place in the week; undefined for what is not weekly. */
  readonly week: WeeklyHours | undefined;
  /** How often, as care plans say it: 週2回. */
  readonly frequency: string;
  /** Days of short stay, where the service is one. */
  readonly stay: StayDays | undefined;
};

export type WeeklyHours = {
  readonly weekdays: readonly Weekday[];
  readonly start: ClockTime;
  readonly end: ClockTime;
};

export type StayDays = {
  /** 前月までの短期入所利用日数. */
  readonly before: number;
  /** 当月の計画利用日数. */
  readonly planned: number;
};

/** A code on its days: a line of table 7, and the rows of table 6 under it. */
export type Line = {
  readonly code: string;
  /** Units of one, before a discount. */
  readonly units: number;
  /** Whether the limit 区分支給限度 covers it: 基準内, 基準外, or past 30 days of stay in a row. */
  readonly limit: "inside" | "outside" | "past-30-days";
  readonly occasions: readonly Occasion[];
  /** 日割対象日, for codes by the day. */
  readonly claimDays?: string;
  readonly equipment?: Equipment;
};

/** Once: a row of table 6. */
export type Occasion = {
  /** From 1. */
  readonly day: number;
  readonly start: ClockTime | NoTime;
  readonly end: ClockTime | NoTime;
  readonly count: number;
};

/** A day's service without a time of day. */
export function timeless(day: number, count = 1): Occasion {
  return { day, start: "9999", end: "9999", count };
}

export function countOf({ occasions }: Line): number {
  return occasions.reduce((sum, { count }) => sum + count, 0);
}

/** A code on one day, outside the limit. */
export function outside([code, units]: Priced, day: number): Line {
  return { code, units, limit: "outside", occasions: [timeless(day)] };
}
