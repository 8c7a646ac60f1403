import type { FieldRow } from "../layout/field.ts";
import type { Finding, FindingCode, Severity } from "./finding.ts";

/** A finding before its place is known. */
export type Problem = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
};

/** How many findings of one file are listed. */
export const listedFindings = 1000;

/** Collects the findings of one file: the first thousand, and one that says how many more there are. */
export class Findings {
  readonly #file: string;
  readonly #listed: Finding[] = [];
  #omittedErrors = 0;
  #omittedWarnings = 0;

  constructor(file: string) {
    this.#file = file;
  }

  error(code: FindingCode, message: string, row?: number, field?: FieldRow): void {
    this.add({ severity: "error", code, message }, row, field);
  }

  warning(code: FindingCode, message: string, row?: number, field?: FieldRow): void {
    this.add({ severity: "warning", code, message }, row, field);
  }

  add({ severity, code, message }: Problem, row?: number, field?: FieldRow): void {
    if (this.#listed.length >= listedFindings) {
      if (severity === "error") this.#omittedErrors++;
      else this.#omittedWarnings++;
      return;
    }
    this.#listed.push({
      code,
      severity,
      file: this.#file,
      ...(row !== undefined && { row }),
      ...(field !== undefined && { field: field[0], fieldName: field[2] }),
      message,
    });
  }

  /** In the order of the rows; what is about the whole file comes first. */
  list(): readonly Finding[] {
    const listed = this.#listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const omitted = this.#omittedErrors + this.#omittedWarnings;
    if (omitted === 0) return listed;
    const severity = this.#omittedErrors > 0 ? "error" : "warning";
    const message = `ほかに ${omitted} 件（誤り ${this.#omittedErrors} 件、注意 ${this.#omittedWarnings} 件）あります。上の分を直してから、もう一度確かめてください。`;
    return [...listed, { code: "findings-omitted", severity, file: this.#file, message }];
  }
}
