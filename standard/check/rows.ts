import type { FieldRow } from "../layout/field.ts";
import { cellCheck } from "./cell.ts";
import type { Findings } from "./findings.ts";

/** Checks every field of every row from `firstRow` (counted from 0): number of fields, then each value. */
export function checkRows(
  rows: readonly (readonly string[])[],
  firstRow: number,
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  if (rows.length === firstRow) {
    findings.report("no-data", undefined);
  }
  const checks = fields.map(cellCheck);
  for (let at = firstRow; at < rows.length; at++) {
    const row = rows[at] as readonly string[];
    if (row.length !== fields.length) {
      reportWrongCount(row, at + 1);
      continue;
    }
    for (let column = 0; column < row.length; column++) {
      const value = row[column] as string;
      const problem = checks[column]?.(value);
      if (problem === undefined || value.includes("\ufffd")) continue;
      findings.add(problem, at + 1, fields[column]);
    }
  }

  function reportWrongCount(row: readonly string[], number: number): void {
    if (row.length === 1 && row[0] === "") findings.report("empty-row", undefined, { row: number });
    else {
      const count = row.length;
      findings.report("field-count", { count, wanted: fields.length }, { row: number });
    }
  }
}
