import type { ClockTime } from "@tsunagi/standard";
import { timeText } from "../words/services.ts";
import type { Timed } from "./day-column.ts";

/** Times as they stand in a row; either may be missing. */
export type Times = {
  readonly start: ClockTime | undefined;
  readonly end: ClockTime | undefined;
};

/** From when until when, in words, as far as it is told: 9:00～9:30. */
export function timesText({ start, end }: Times): string {
  if (start === undefined && end === undefined) return "";
  return `${start === undefined ? "" : timeText(start)}～${end === undefined ? "" : timeText(end)}`;
}

/** A part of a day, and whether it is the rest of the day before. */
export type PartOfDay = Pick<Timed, "from" | "to"> & { readonly fromDayBefore: boolean };

/**
 * The parts of the day that times take, in minutes: two where they cross midnight (an end before its start). None
 * without a start.
 */
export function partsOfDay({ start, end }: Times): readonly PartOfDay[] {
  if (start === undefined) return [];
  const from = minutesOf(start);
  const to = end === undefined ? from : minutesOf(end);
  if (to >= from) return [{ from, to, fromDayBefore: false }];
  const first = { from, to: 24 * 60, fromDayBefore: false };
  return to === 0 ? [first] : [first, { from: 0, to, fromDayBefore: true }];
}

function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(2));
}
