import type { FieldRow } from "../layout/field.ts";
import { type FileName, noMonth } from "../naming/file-name.ts";
import { isDate } from "../values/calendar-date.ts";
import { isMonth } from "../values/month-of-service.ts";
import type { Findings } from "./findings.ts";

/** Checks that every row is of the month in the file's name, and that days of service lie inside it. */
export function checkMonths(
  fileName: FileName | undefined,
  rows: readonly (readonly string[])[],
  firstRow: number,
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  const month = fields.findIndex(([, key]) => key === "month");
  if (month < 0) return;
  const day = fields.findIndex(([, key]) => key === "serviceDate");
  const named = fileName?.type === "csv" ? (fileName.month ?? noMonth) : undefined;

  let first: string | undefined;
  for (let at = firstRow; at < rows.length; at++) {
    const row = rows[at] as readonly string[];
    if (row.length !== fields.length) continue;
    const place = { row: at + 1, field: fields[month] };
    const name = fields[month]?.[2] ?? "";
    const inRow = row[month] ?? "";
    if (isMonth(inRow) || inRow === noMonth) {
      if (first === undefined) {
        first = inRow;
        if (named !== undefined && inRow !== named) {
          findings.report("month-mismatch", { name, month: inRow, named }, place);
        }
      } else if (inRow !== first) {
        findings.report("month-mixed", { name, month: inRow, first }, place);
      }
    }
    const date = row[day] ?? "";
    if (isDate(date) && isMonth(inRow) && !date.startsWith(inRow)) {
      findings.report(
        "date-outside-month",
        { name: fields[day]?.[2] ?? "", date, month: inRow },
        { row: at + 1, field: fields[day] },
      );
    }
  }
}
