import type { Findings, Place } from "../findings.ts";

const none = "9999";

/** Checks the start and end of a visit against each other. */
export function checkTimes(start: string, end: string, findings: Findings, place: Place): void {
  if ((start === none) !== (end === none)) findings.report("time-half", { start, end }, place);
  else if (start === end && start !== none) {
    findings.report("time-equal", { time: start }, place);
  }
}

/**
 * Day and times of a visit in one small number, for comparing.
 * @param date a day that exists
 * @param start `HHMM`, or 9999; `end` likewise
 */
export function packVisit(date: string, start: string, end: string): number {
  return (dayOf(date) * range + packTime(start)) * range + packTime(end);
}

/** Larger than 9999 as minutes; 31 days of it squared still are a small integer. */
const range = 8192;

function packTime(time: string): number {
  return digits(time, 0) * 60 + digits(time, 2);
}

/** The day of the month of a date. */
export function dayOf(date: string): number {
  return digits(date, 6);
}

function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 48 * 11;
}
