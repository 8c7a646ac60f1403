import { isDate } from "../values/calendar-date.ts";
import { type Era, eras } from "../values/eras.ts";
import { isMonth } from "../values/month-of-service.ts";

/** A year of an era 元号, and whether the era had it: 平成32年 is understood as 2020, but must be confirmed. */
export type EraRead = { readonly text: string; readonly inEra: boolean };

/** Reads a date of an era: R8.11.20, 令和8年11月20日, R081120. Undefined when it is none. */
export function readEraDate(text: string): EraRead | undefined {
  const match =
    /^([a-z]|[明大昭平令][治正和成]?)\.?(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?$/i.exec(
      text,
    ) ?? /^([a-z])(\d{2})(\d{2})(\d{2})$/i.exec(text);
  const [, name = "", year = "", month = "", day = ""] = match ?? [];
  const era = eraOf(name);
  if (era === undefined) return undefined;
  const date = `${westernYear(era, year)}${month.padStart(2, "0")}${day.padStart(2, "0")}`;
  return isDate(date) ? { text: date, inEra: date >= era.first && date <= era.last } : undefined;
}

/** Reads a month of an era: R8.12, 令和8年12月, R0812. Undefined when it is none. */
export function readEraMonth(text: string): EraRead | undefined {
  const match =
    /^([a-z]|[明大昭平令][治正和成]?)\.?(元|\d{1,2})[年./-](\d{1,2})月?$/i.exec(text) ??
    /^([a-z])(\d{2})(\d{2})$/i.exec(text);
  const [, name = "", year = "", digits = ""] = match ?? [];
  const era = eraOf(name);
  if (era === undefined) return undefined;
  const month = `${westernYear(era, year)}${digits.padStart(2, "0")}`;
  const inEra = month >= era.first.slice(0, 6) && month <= era.last.slice(0, 6);
  return isMonth(month) ? { text: month, inEra } : undefined;
}

/** Reads seven digits that begin with the number of an era (1 明治 to 5 令和), as older software writes dates. */
export function readNumberedEra(text: string): string | undefined {
  const [, number = "", rest = ""] = /^([1-5])(\d{6})$/.exec(text) ?? [];
  const letter = "MTSHR".charAt(Number(number) - 1);
  const read = letter === "" ? undefined : readEraDate(`${letter}${rest}`);
  return read?.inEra ? read.text : undefined;
}

function eraOf(name: string): Era | undefined {
  const first = name.charAt(0).toUpperCase();
  return eras.find(
    ({ letter, name: full }) => first !== "" && (first === letter || first === full.charAt(0)),
  );
}

function westernYear(era: Era, year: string): number {
  const number = year === "元" ? 1 : Number(year);
  return Number(era.first.slice(0, 4)) + number - 1;
}
