import type { FieldRow } from "../layout/field.ts";
import type { FileKind } from "../layout/layouts.ts";
import { type FileName, noMonth } from "../naming/file-name.ts";
import { isDate } from "../values/calendar-date.ts";
import { isMonth } from "../values/month-of-service.ts";
import type { Findings } from "./findings.ts";

/** Checks that every row is of the month in the file's name, and that days of service lie inside it. */
export function checkMonths(
  kind: FileKind,
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

  for (let at = firstRow; at < rows.length; at++) {
    const row = rows[at] as readonly string[];
    if (row.length !== fields.length) continue;
    const inRow = row[month] ?? "";
    if (named !== undefined && inRow !== named && (isMonth(inRow) || inRow === noMonth)) {
      findings.error(
        "month-mismatch",
        `「${fields[month]?.[2]}」が ${inRow} ですが、ファイル名の年月は ${named} です。一つの ${kind} には一月分だけを入れてください。`,
        at + 1,
        fields[month],
      );
    }
    const date = row[day] ?? "";
    if (isDate(date) && isMonth(inRow) && !date.startsWith(inRow)) {
      findings.error(
        "month-mismatch",
        `「${fields[day]?.[2]}」の ${date} は対象年月 ${inRow} の日ではありません。`,
        at + 1,
        fields[day],
      );
    }
  }
}
