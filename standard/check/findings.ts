import type { FieldRow } from "../layout/field.ts";
import type { Mend } from "../mend/mend.ts";
import { type Problem, problem } from "../rules/problem.ts";
import type { About, RuleName } from "../rules/rules.ts";
import type { Finding } from "./finding.ts";

/** Where a finding is: nothing means the file as a whole. */
export type Place = {
  /** Row of the file, from 1. */
  readonly row?: number;
  readonly field?: FieldRow | undefined;
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

  /** Adds what a rule says about a case. */
  report<Name extends RuleName>(
    rule: Name,
    about: About<Name>,
    place: Place = {},
    mend?: Mend,
  ): void {
    this.add(problem(rule, about, mend), place.row, place.field);
  }

  add({ rule, severity, code, message, mend }: Problem, row?: number, field?: FieldRow): void {
    if (this.#listed.length >= listedFindings) {
      if (severity === "error") this.#omittedErrors++;
      else this.#omittedWarnings++;
      return;
    }
    this.#listed.push({
      rule,
      code,
      severity,
      file: this.#file,
      ...(row !== undefined && { row }),
      ...(field !== undefined && { field: field[0], fieldName: field[2] }),
      message,
      ...(mend && { mend }),
    });
  }

  /** In the order of the rows; what is about the whole file comes first. */
  list(): readonly Finding[] {
    const listed = this.#listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const omitted = this.#omittedErrors + this.#omittedWarnings;
    if (omitted === 0) return listed;
    const rule = this.#omittedErrors > 0 ? "errors-omitted" : "findings-omitted";
    const about = { errors: this.#omittedErrors, warnings: this.#omittedWarnings };
    return [...listed, { ...problem(rule, about), file: this.#file }];
  }
}
