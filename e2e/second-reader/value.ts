import type { LayoutField, LayoutFormat } from "./layout.ts";

/** What is wrong with the value of a field; undefined when it is as the table says. */
export function complaintOf(
  [, , length, mustBeFilled, format, codes]: LayoutField,
  value: string,
): string | undefined {
  if (value === "") return mustBeFilled ? "is empty" : undefined;
  // MS932 has no character that takes two places in a string.
  if (length !== null && value.length > length) return `is longer than ${length}`;
  if (codes !== undefined && !codes.includes(value)) return "is not in its list of codes";
  if (codes === undefined && format === "code" && value.length !== length) return "is too short";
  return isWritten(format, value) ? undefined : `is not written as ${format}`;
}

/** Whether a text holds no control character but the ends of its lines, of which the standard says only that they stay. */
function isPlainText(text: string): boolean {
  return !/\p{Cc}/u.test(text.replaceAll(/\r?\n/g, ""));
}

function isWritten(format: LayoutFormat, value: string): boolean {
  switch (format) {
    case "text":
      return isPlainText(value);
    case "code":
    case "office":
      return /^[0-9A-Z]+$/.test(value) && (format !== "office" || value.length === 10);
    case "integer":
      return /^-?\d+$/.test(value);
    case "decimal 99.99":
      return /^\d{1,3}\.\d{2}$/.test(value);
    case "YYYYMM":
      return isMonth(value);
    case "YYYYMM or 000000":
      return value === "000000" || isMonth(value);
    case "YYYYMMDD":
      return isDay(value);
    case "YYYYMMDD or 00000000":
      return value === "00000000" || isDay(value);
    case "HHMM":
      return isTimeOfDay(value);
    case "HHMM or 9999":
      return value === "9999" || isTimeOfDay(value);
    case "XXX-XXXX":
      return /^\d{3}-\d{4}$/.test(value);
    case "31 digits":
      return /^[01]{31}$/.test(value);
    case "9999999999":
      return value === format;
    case "unused":
      return false;
    default:
      return format satisfies never;
  }
}

function isMonth(value: string): boolean {
  return /^(18|19|20|21)\d{2}(0[1-9]|1[0-2])$/.test(value);
}

function isTimeOfDay(value: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d$/.test(value);
}

/** Whether it is a day of the calendar, as JavaScript counts days. */
export function isDay(value: string): boolean {
  if (!/^\d{8}$/.test(value) || !isMonth(value.slice(0, 6))) return false;
  const iso = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}
