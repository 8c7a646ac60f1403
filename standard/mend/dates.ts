import { isDate } from "../values/calendar-date.ts";
import { isTime } from "../values/clock-time.ts";
import { isMonth } from "../values/month-of-service.ts";
import { readEraDate, readEraMonth, readNumberedEra } from "./eras.ts";
import { certainly, type Guess, likely } from "./guess.ts";

const inDigits = "西暦の年月日8桁で";
const inMonthDigits = "西暦の年月6桁で";
const inClockDigits = "時刻4桁で";

/** What was meant by a date that is not written YYYYMMDD. */
export function guessDate(typed: string): Guess | undefined {
  const text = withoutWeekdayAndClock(typed);
  const western = westernDate(text);
  if (western !== undefined) return certainly(western, inDigits);
  const era = readEraDate(text);
  if (era !== undefined) {
    return era.inEra
      ? certainly(era.text, inDigits)
      : likely(era.text, "その元号の年が続いたとして");
  }
  const numbered = readNumberedEra(text);
  if (numbered !== undefined) return likely(numbered, "先頭の数字を元号として");
  const counted = spreadsheetDay(text);
  return counted === undefined ? undefined : likely(counted, "表計算ソフトの日数を日付に直して");
}

/** What was meant by a month that is not written YYYYMM. A day in it does not matter. */
export function guessMonth(typed: string): Guess | undefined {
  const text = withoutWeekdayAndClock(typed);
  const [, year = "", digits = ""] = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text) ?? [];
  const month = year === "" ? text : `${year}${digits.padStart(2, "0")}`;
  if (isMonth(month)) return certainly(month, inMonthDigits);
  const era = readEraMonth(text);
  if (era !== undefined) {
    return era.inEra
      ? certainly(era.text, inMonthDigits)
      : likely(era.text, "その元号の年が続いたとして");
  }
  const date = guessDate(text);
  if (date === undefined) return englishMonth(text);
  return { value: date.value.slice(0, 6), certain: date.certain, how: inMonthDigits };
}

/** What was meant by a time that is not written HHMM. */
export function guessTime(typed: string): Guess | undefined {
  const text = typed.replaceAll(/\s/g, "");
  if (isTime(text)) return certainly(text, inClockDigits);
  if (/^\d{3}$/.test(text)) return onTheClock(`0${text}`);
  if (text === "0") return certainly("0000", inClockDigits);
  if (/^2400$|^24:00/.test(text)) return likely("0000", "翌日の 0 時として");
  const match =
    /^(午前|午後|AM|PM)?(\d{1,2})(?:[:時](\d{1,2})(?:[:分](?:00(?:\.0+)?秒?)?)?|時)(AM|PM)?$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, before, hours = "", minutes = "0", after] = match;
  const half = (before ?? after)?.toUpperCase();
  return onTheClock(`${hoursOf(Number(hours), half)}${minutes.padStart(2, "0")}`.padStart(4, "0"));
}

function onTheClock(time: string): Guess | undefined {
  return isTime(time) ? certainly(time, inClockDigits) : undefined;
}

/** Hours of the day; of the noon and the midnight hour too: 午後0時 and 12 PM are 12. More than 12 is no half's hour. */
function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (hours > 12) return 99;
  return (hours % 12) + (half === "午後" || half === "PM" ? 12 : 0);
}

function withoutWeekdayAndClock(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\([日月火水木金土](?:曜日?)?\)$/, "")
    .replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, "")
    .replaceAll(/\s/g, "");
}

function westernDate(text: string): string | undefined {
  const match = /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?$/.exec(text);
  const [, year = "", , month = "", , day = ""] = match ?? [];
  const date = match === null ? text : `${year}${month.padStart(2, "0")}${day.padStart(2, "0")}`;
  return isDate(date) ? date : undefined;
}

/** Days since the end of 1899, as a spreadsheet shows a date whose cell is not formatted as one: from 1927 on. */
function spreadsheetDay(text: string): string | undefined {
  if (!/^[1-7]\d{4}$/.test(text)) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30 + Number(text)));
  return date.toISOString().slice(0, 10).replaceAll("-", "");
}

/** `Dec-26`, as a spreadsheet shows 2026/12. */
function englishMonth(text: string): Guess | undefined {
  const [, name = "", year = ""] = /^([a-z]{3})-(\d{2})$/i.exec(text) ?? [];
  const at = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.toLowerCase());
  if (name === "" || at % 3 !== 0) return undefined;
  return likely(`20${year}${String(at / 3 + 1).padStart(2, "0")}`, "表計算ソフトの書き方を直して");
}
