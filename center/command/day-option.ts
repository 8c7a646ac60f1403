import { InvalidArgumentError } from "commander";

/** A day of an option, `2027-04-01`. @throws InvalidArgumentError for anything else, and for days there are not */
export function readDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(date.getTime());
  if (!isDay || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError("日は 2027-04-01 のように指定してください");
  }
  return text;
}
