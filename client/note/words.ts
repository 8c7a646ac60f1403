import { type MonthOfService, monthInEra } from "@tsunagi/standard";

/** `202612` → `令和8年12月分`. */
export function monthInWords(month: MonthOfService): string {
  return `${monthInEra(month)}分`;
}

/** `1204` → `1,204`. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** Rows that are named one by one before the rest is only counted. */
const namedRows = 3;

/** `3、5、8行目ほか37行`, for rows in their order; at least one. */
export function rowsInWords(rows: readonly number[]): string {
  const named = rows.slice(0, namedRows).map(count).join("、");
  const others = rows.length - namedRows;
  return others > 0 ? `${named}行目ほか${count(others)}行` : `${named}行目`;
}
