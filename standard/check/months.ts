import type { FieldRow } from "../layout/field.ts";
import { type CsvFileName, noMonth } from "../naming/file-name.ts";
import { isDate } from "../values/calendar-date.ts";
import { isMonth } from "../values/month-of-service.ts";
import type { Findings } from "./findings.ts";

/**
 * Checks months as the rows go by: the month of the file is its name's, every row is of that month, and days of service
 * lie inside it.
 */
export class MonthCheck {
  readonly #named: string | undefined;
  readonly #monthColumn: number;
  readonly #dayColumn: number;
  readonly #fields: readonly FieldRow[];
  readonly #findings: Findings;
  #first: string | undefined;

  constructor(fileName: CsvFileName | undefined, fields: readonly FieldRow[], findings: Findings) {
    this.#named = fileName && (fileName.month ?? noMonth);
    this.#monthColumn = fields.findIndex(([, key]) => key === "month");
    this.#dayColumn = fields.findIndex(([, key]) => key === "serviceDate");
    this.#fields = fields;
    this.#findings = findings;
  }

  row(values: readonly string[], number: number): void {
    if (this.#monthColumn < 0) return;
    const month = values[this.#monthColumn] ?? "";
    if (month !== this.#first) this.#checkMonth(month, number);
    const date = values[this.#dayColumn];
    if (date !== undefined && !date.startsWith(month)) this.#checkDay(date, month, number);
  }

  #checkMonth(month: string, row: number): void {
    if (!isMonth(month) && month !== noMonth) return;
    const field = this.#fields[this.#monthColumn];
    const name = field?.[2] ?? "";
    if (this.#first !== undefined) {
      this.#findings.report("month-mixed", { name, month, first: this.#first }, { row, field });
      return;
    }
    this.#first = month;
    if (this.#named !== undefined && month !== this.#named) {
      const about = { name, month, named: this.#named };
      this.#findings.report("month-mismatch", about, { row, field });
    }
  }

  #checkDay(date: string, month: string, row: number): void {
    if (!isDate(date) || !isMonth(month)) return;
    const field = this.#fields[this.#dayColumn];
    const about = { name: field?.[2] ?? "", date, month };
    this.#findings.report("date-outside-month", about, { row, field });
  }
}
