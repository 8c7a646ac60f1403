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
    findings.error("empty-file", "データの行がありません。介護ソフトから書き出し直してください。");
  }
  const checks = fields.map(cellCheck);
  for (let at = firstRow; at < rows.length; at++) {
    const row = rows[at] as readonly string[];
    if (row.length !== fields.length) {
      findings.error("field-count", wrongCount(row, fields.length), at + 1);
      continue;
    }
    for (let column = 0; column < row.length; column++) {
      const value = row[column] as string;
      const problem = checks[column]?.(value);
      if (problem === undefined || value.includes("\ufffd")) continue;
      findings.add(problem, at + 1, fields[column]);
    }
  }
}

function wrongCount(row: readonly string[], wanted: number): string {
  if (row.length === 1 && row[0] === "") return "空の行です。削除してください。";
  return `項目の数が ${row.length} です。${wanted} 項目にしてください（「,」の過不足がないか確かめてください）。`;
}
