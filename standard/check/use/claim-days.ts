import { daysIn } from "../../values/calendar-date.ts";
import type { Findings, Place } from "../findings.ts";

/**
 * Checks the 31 digits of 日割対象日 against their month.
 * @param days 0 or 1 for each of 31 days
 * @param month `YYYYMM`
 */
export function checkClaimDays(
  days: string,
  month: string,
  findings: Findings,
  place: Place,
): void {
  const last = daysIn(Number(month.slice(0, 4)), Number(month.slice(4)));
  const beyond = days.indexOf("1", last);
  if (beyond >= 0) findings.report("day-beyond-month", { day: beyond + 1, month }, place);
  else if (!days.includes("1")) findings.report("no-claim-day", undefined, place);
}

/** How many days are marked. */
export function countClaimDays(days: string): number {
  let count = 0;
  for (let at = 0; at < days.length; at++) if (days.charCodeAt(at) === 0x31) count++;
  return count;
}
