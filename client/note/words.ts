const eraCalendar = new Intl.DateTimeFormat("ja-JP-u-ca-japanese-nu-latn", {
  timeZone: "UTC",
  era: "long",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

/** `202612` → `令和8年12月分`. */
export function monthInWords(month: string): string {
  const { year, month: name } = eraDate(`${month}01`);
  return `${year}${name}分`;
}

/** A set time 送信単位のファイル連番 `20261120100000` → `令和8年11月20日 10:00`. */
export function setTimeInWords(time: string): string {
  const { year, month, day } = eraDate(time);
  return `${year}${month}${day} ${time.slice(8, 10)}:${time.slice(10, 12)}`;
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

/** Where an era begins with the first day of the month or later, the day decides. The first year is 元年. */
function eraDate(digits: string): { year: string; month: string; day: string } {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(
    Number,
  ) as [number, number, number];
  const parts = new Map(
    eraCalendar
      .formatToParts(Date.UTC(year, month - 1, day))
      .map(({ type, value }) => [type, Number.parseInt(value, 10) || value]),
  );
  const eraYear = parts.get("year") === 1 ? "元" : parts.get("year");
  return {
    year: `${parts.get("era")}${eraYear}年`,
    month: `${parts.get("month")}月`,
    day: `${parts.get("day")}日`,
  };
}
