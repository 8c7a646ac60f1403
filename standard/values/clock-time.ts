import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";

/** A time of day `HHMM`, 0000 to 2359. */
export type ClockTime = Branded<"ClockTime">;

/** `9999`: a service that is shown without a time. */
export type NoTime = "9999";

/** @throws StandardError `time` */
export function parseTime(text: string): ClockTime {
  if (isTime(text)) return text;
  throw new StandardError(
    "time",
    `時刻「${text}」は正しくありません。0000から2359までの4桁（例 0930）にしてください。`,
    "time is not HHMM",
  );
}

/** Whether a text is a time of day. */
export function isTime(text: string): text is ClockTime {
  return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(text);
}
