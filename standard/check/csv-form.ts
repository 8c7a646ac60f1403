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
        findings.report(problem.type, undefined, {
          row: problem.row,
          field: fields[problem.column - 1],
        });
        break;
      case "open-quote":
        findings.report(problem.type, undefined, {
          row: problem.row,
          field: fields[problem.column - 1],
        });
        break;
      case "line-end":
        findings.report(
          "line-end",
          { ending: problem.ending, count: problem.count },
          { row: problem.row },
        );
        break;
      case "no-last-line-end":
        findings.report("last-line-end", undefined, { row: problem.row });
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
      findings.report(
        "text-without-quotes",
        { name: field[2], count: seen.bareCount },
        { row: seen.firstBare, field },
      );
    }
    if (!isText && seen.quotedCount > 0) {
      findings.report(
        "quotes-without-text",
        { name: field[2], count: seen.quotedCount },
        { row: seen.firstQuoted, field },
      );
    }
  });
}
