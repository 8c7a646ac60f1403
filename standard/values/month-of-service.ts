import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";
import { digitsIn } from "./digits.ts";

/** 提供年月・対象年月 `YYYYMM`: a real month. */
export type MonthOfService = Branded<"MonthOfService">;

/** @throws StandardError `month` */
export function parseMonth(text: string): MonthOfService {
  if (isMonth(text)) return text;
  throw new StandardError(
    "month",
    `年月「${text}」は正しくありません。西暦4桁と月2桁（例 202612）にしてください。`,
    "month is not YYYYMM",
  );
}

/** Whether a text is a month from Meiji (1868) to 2199. */
export function isMonth(text: string): text is MonthOfService {
  return text.length === 6 && isMonthOf(digitsIn(text, 0, 4), digitsIn(text, 4, 6));
}

/** Whether numbers are a year and a month from Meiji to 2199. */
export function isMonthOf(year: number, month: number): boolean {
  return year >= 1868 && year <= 2199 && month >= 1 && month <= 12;
}

/** The month so many months later, or earlier. @throws StandardError `month` beyond the months that there are */
export function monthAfter(month: MonthOfService, months: number): MonthOfService {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(4)) - 1 + months;
  return parseMonth(`${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, "0")}`);
}
