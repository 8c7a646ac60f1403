import type { ClockTime, NoTime } from "../../values/clock-time.ts";
import type { OfficeNumber } from "../../values/office-number.ts";
import type { SetTime } from "../../values/set-time.ts";

/**
 * The results 実績 of one care user for a month at one office and service type, while they are entered. Plain JSON that
 * stands by itself: it holds what was planned too.
 */
export type ResultsDraft = {
  /** Set time of the plan that `planned` says; tells whether a newer one has come. */
  readonly planTime: SetTime;
  /** Whether somebody has said that the results are right. */
  readonly checked: boolean;
  readonly planner: ResultsPlanner;
  /** As on the slip: by the time they begin; added ones behind. */
  readonly lines: readonly ResultLine[];
};

/** プラン担当業者コード and プラン担当者名, as the rows of the plan have them. */
export type ResultsPlanner = { readonly office: OfficeNumber; readonly name?: string };

/** A line of the slip: a service at a time of day, as planned, or as somebody added it. */
export type ResultLine = {
  /** Tells the lines of a draft apart. */
  readonly id: string;
  readonly service: ResultService;
  readonly times: VisitTimes;
  /** Empty for an added line. */
  readonly planned: readonly PlannedVisit[];
  readonly given: readonly GivenVisit[];
};

/** What a line says besides days and times. */
export type ResultService = {
  readonly serviceCode: string;
  readonly officeName?: string;
  /** サテライト枝番. */
  readonly satellite?: string;
  readonly taisCode?: string;
  readonly equipmentCode?: string;
  readonly equipmentName?: string;
  /** 明細判別コード. */
  readonly lineNo?: number;
};

/** From when to when; both `9999` for a service without a time. An end before the start is on the next day. */
export type VisitTimes = {
  readonly start: ClockTime | NoTime;
  readonly end: ClockTime | NoTime;
};

/** A visit on a day of the month, from 1. */
export type PlannedVisit = {
  readonly day: number;
  /** サービス回数. */
  readonly count: number;
  /** 単位数 of one, after a discount. */
  readonly units: number;
  readonly over30Days: boolean;
  /** 日割対象日, 31 digits. */
  readonly claimDays?: string;
  /** 前月までの短期入所利用日数. */
  readonly stayDaysBefore?: number;
};

/** What was given, and when; `movedFrom` is the day it was planned for, where somebody moved it. */
export type GivenVisit = PlannedVisit & VisitTimes & { readonly movedFrom?: number };

/** `9999`, for a service that is shown without a time. */
export const noTimes: VisitTimes = { start: "9999", end: "9999" };
