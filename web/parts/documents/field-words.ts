import {
  dateInEra,
  type Field,
  type FileKind,
  type Format,
  fieldsOf,
  isDate,
  isMonth,
  meaningOf,
  monthInEra,
  serviceTypeName,
} from "@tsunagi/standard";

/** A value of a field as people write it: dates in eras, codes by their meaning, numbers with separators. */
export function valueInWords(field: Field, value: string | number): string {
  if (typeof value === "number") {
    return field.format === "99.99" ? value.toFixed(2) : value.toLocaleString("ja-JP");
  }
  if (field.codes !== undefined) return meaningOf(field.codes, value) ?? value;
  return formats[field.format]?.(value) ?? value;
}

/** Formats that are written otherwise on paper than in a file. */
const formats: { readonly [F in Format]?: (value: string) => string | undefined } = {
  YYYYMMDD: (date) => (isDate(date) ? dateInEra(date) : undefined),
  YYYYMM: (month) => (isMonth(month) ? monthInEra(month) : undefined),
  HHMM: timeInWords,
  "HHMM or 9999": timeInWords,
  "service type": serviceTypeName,
};

/** `0930` → `9:30`; `9999` stands for a service without a time. */
export function timeInWords(time: string): string {
  if (time === "9999") return "時間なし";
  return `${Number(time.slice(0, 2))}:${time.slice(2)}`;
}

/** From when until when, as far as it is known. */
export function timesInWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined && end === undefined) return "";
  if (start === "9999") return timeInWords(start);
  return `${start === undefined ? "" : timeInWords(start)}〜${end === undefined ? "" : timeInWords(end)}`;
}

/** A service code with the name of its service type: `訪問介護 111211`. */
export function serviceInWords(serviceCode: string): string {
  const name = serviceTypeName(serviceCode.slice(0, 2));
  return name === undefined ? serviceCode : `${name} ${serviceCode}`;
}

/** Fields that tell a reader nothing: they belong to the file, not to the paper. */
const ofTheFile = new Set([
  "csvVersion",
  "updatingOffice",
  "identifier",
  "officeCode",
  "enteredBy",
]);

/** What a record says, field by field in the order of the standard; empty fields are left out. */
export function recordInWords(
  kind: FileKind,
  record: object,
  without: readonly string[] = [],
): readonly { readonly key: string; readonly name: string; readonly words: string }[] {
  const values = new Map<string, unknown>(Object.entries(record));
  return fieldsOf(kind).flatMap((field) => {
    const { key, name } = field;
    const value = values.get(key);
    const said = typeof value === "string" || typeof value === "number";
    if (!said || isNothing(field, value)) return [];
    if (ofTheFile.has(key) || without.includes(key)) return [];
    return [{ key, name, words: valueInWords(field, value) }];
  });
}

/** Zeros in the place of a date or a month stand for none. */
function isNothing({ format }: Field, value: string | number): boolean {
  if (value === "") return true;
  return (format === "YYYYMMDD" || format === "YYYYMM") && /^0+$/.test(String(value));
}
