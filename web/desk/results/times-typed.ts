import { type ClockTime, isTime } from "@tsunagi/standard";

/** Reads a time as people type it: `0910`, `910`, `9:10`, `９時１０分`; undefined when it is none. */
export function timeTyped(text: string): ClockTime | undefined {
  const plain = text.normalize("NFKC").trim().replace(/時|:/, "").replace(/分$/, "");
  const digits = /^\d{3}$/.test(plain) ? `0${plain}` : plain;
  return isTime(digits) ? digits : undefined;
}

/** `0910` as `09:10`. */
export function timeShown(time: string): string {
  return `${time.slice(0, 2)}:${time.slice(2)}`;
}

/** `0900` to `0930` as `09:00〜09:30`; a service without times says so. */
export function timesShown({
  start,
  end,
}: {
  readonly start: string;
  readonly end: string;
}): string {
  return start === "9999" ? "時刻なし" : `${timeShown(start)}〜${timeShown(end)}`;
}

/** How long it is from one time to another, in minutes, over midnight where the end is earlier. */
export function minutesBetween(start: ClockTime, end: ClockTime): number {
  return (minutesOf(end) - minutesOf(start) + aDay) % aDay;
}

/** The time so many minutes later. */
export function timeAfter(start: ClockTime, minutes: number): ClockTime | undefined {
  const all = (minutesOf(start) + minutes) % aDay;
  return timeTyped(two(Math.floor(all / 60)) + two(all % 60));
}

const aDay = 24 * 60;

function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(2));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
