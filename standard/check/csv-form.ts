import type { ColumnQuoting, CsvProblem } from "../csv/read.ts";
import type { FieldRow } from "../layout/field.ts";
import type { Findings } from "./findings.ts";

/** Reports what stands against the rules of CSV. */
export function reportCsvProblems(
  problems: readonly CsvProblem[],
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  for (const problem of problems) {
    switch (problem.type) {
      case "stray-quote":
        findings.error(
          "quote",
          '引用符「"」の使い方が正しくありません。文の中の「"」は「""」と二つ書きます。この行から先は読めませんでした。',
          problem.row,
          fields[problem.column - 1],
        );
        break;
      case "open-quote":
        findings.error(
          "quote",
          '引用符「"」で始まる値が、ファイルの終わりまで閉じられていません。この行から先は読めませんでした。',
          problem.row,
          fields[problem.column - 1],
        );
        break;
      case "line-end":
        findings.error(
          "line-end",
          `行の終わりが ${problem.ending} だけの行が ${problem.count} 行あります。行の終わりは CR LF（Windows の改行）にしてください。`,
          problem.row,
        );
        break;
      case "no-last-line-end":
        findings.warning("line-end", "最後の行の終わりに改行がありません。", problem.row);
        break;
    }
  }
}

/** Reports columns whose quotes are not as the standard has them, once a column. What they hold is certain: warnings. */
export function reportQuoting(
  quoting: readonly (ColumnQuoting | undefined)[],
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  fields.forEach((field, column) => {
    const seen = quoting[column];
    if (seen === undefined) return;
    const isText = field[5] === "text";
    if (isText && seen.bareCount > 0) {
      findings.warning(
        "quote",
        `「${field[2]}」は文字の項目なので「"」で囲みます（囲まれていない行: ${seen.bareCount} 行）。`,
        seen.firstBare,
        field,
      );
    }
    if (!isText && seen.quotedCount > 0) {
      findings.warning(
        "quote",
        `「${field[2]}」は「"」で囲まない項目です（囲まれている行: ${seen.quotedCount} 行）。`,
        seen.firstQuoted,
        field,
      );
    }
  });
}
