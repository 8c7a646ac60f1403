import type { FieldRow } from "../layout/field.ts";
import type { Mend } from "../mend/mend.ts";
import { type Problem, problem } from "../rules/problem.ts";
import { type About, type RuleName, rules } from "../rules/rules.ts";
import type { Finding } from "./finding.ts";

/** Where a finding is: nothing means the file as a whole. */
export type Place = {
  /** Row of the file, from 1. */
  readonly row?: number;
  readonly field?: FieldRow | undefined;
};

/** How many findings of one file are listed, beyond the first of each rule and field, which always is. */
export const listedFindings = 1000;

/** How many findings of one rule in one field are listed. */
export const listedOfOneRule = 100;

/**
 * Collects the findings of one file. A fault that stands in every row is listed a hundred times and then counted, so
 * that it hides no other.
 */
export class Findings {
  readonly #file: string;
  readonly #listed: Finding[] = [];
  /** How often each rule found something in each field. */
  readonly #counts = new Map<string, number>();
  readonly #omitted = new Map<RuleName, number>();
  #errors = 0;
  #warnings = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** How many there are, those that are not listed among them. */
  get errors(): number {
    return this.#errors;
  }

  get warnings(): number {
    return this.#warnings;
  }

  /** Adds what a rule says about a case. */
  report<Name extends RuleName>(
    rule: Name,
    about: About<Name>,
    { row, field }: Place = {},
    mend?: Mend,
  ): void {
    if (this.#counted(rule, field)) this.#list(problem(rule, about, mend), row, field);
  }

  add(found: Problem, row?: number, field?: FieldRow): void {
    if (this.#counted(found.rule, field)) this.#list(found, row, field);
  }

  /** In the order of the rows; what is about the whole file comes first. */
  list(): readonly Finding[] {
    const listed = this.#listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    if (this.#omitted.size === 0) return listed;
    const omitted = Array.from(this.#omitted, ([rule, count]) => ({ ...rules[rule], count }));
    const rule = omitted.some(({ severity }) => severity === "error")
      ? "errors-omitted"
      : "findings-omitted";
    return [...listed, { ...problem(rule, omitted), file: this.#file }];
  }

  /** Counts a finding, and tells whether it is to be listed. */
  #counted(rule: RuleName, field: FieldRow | undefined): boolean {
    if (rules[rule].severity === "error") this.#errors++;
    else this.#warnings++;
    const key = `${rule} ${field?.[0] ?? ""}`;
    const before = this.#counts.get(key) ?? 0;
    this.#counts.set(key, before + 1);
    const isFull = before >= listedOfOneRule || this.#listed.length >= listedFindings;
    if (before > 0 && isFull) {
      this.#omitted.set(rule, (this.#omitted.get(rule) ?? 0) + 1);
      return false;
    }
    return true;
  }

  #list({ mend, ...found }: Problem, row?: number, field?: FieldRow): void {
    this.#listed.push({
      ...found,
      file: this.#file,
      ...(row !== undefined && { row }),
      ...(field !== undefined && { field: field[0], fieldName: field[2] }),
      ...(mend && { mend }),
    });
  }
}
