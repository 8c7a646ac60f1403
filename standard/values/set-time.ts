import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";
import { isDate } from "./calendar-date.ts";

/**
 * ファイル連番: 14 digits `YYYYMMDDHHMMSS`, a real date and time in Japan. The files of a set share it, and receivers
 * process sets in its order (as text).
 */
export type SetTime = Branded<"SetTime">;

/** @throws StandardError `set-time` */
export function parseSetTime(text: string): SetTime {
  if (isSetTime(text)) return text;
  throw new StandardError(
    "set-time",
    `ファイル連番「${text}」は正しくありません。年月日時分秒の14桁（例 20261120093000）にしてください。`,
    "set time is not a real YYYYMMDDHHMMSS",
  );
}

/** Whether a text is a set time. */
export function isSetTime(text: string): text is SetTime {
  return /^\d{8}(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(text) && isDate(text.slice(0, 8));
}

/** The set time of a moment, in Japan's time whatever the computer's zone: `setTimeOf(new Date())`. */
export function setTimeOf(moment: Date): SetTime {
  const inJapan = new Date(moment.getTime() + 9 * 60 * 60 * 1000);
  return parseSetTime(inJapan.toISOString().replaceAll(/\D/g, "").slice(0, 14));
}
