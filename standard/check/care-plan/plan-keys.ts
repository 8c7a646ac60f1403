import { isDate } from "../../values/calendar-date.ts";
import { isInsuredNumber, isInsurerNumber } from "../../values/person-numbers.ts";
import type { PlanKey } from "../keys.ts";
import { largestFacts } from "../keys.ts";
import type { FileContext } from "../row-rules.ts";
import type { CarePlanFacts } from "./facts.ts";

/** The keys of a file's rows, and where each was seen first. */
export class PlanKeys {
  readonly #context: FileContext;
  readonly #insurer: number;
  readonly #insured: number;
  readonly #date: number;
  readonly #firstRows = new Map<PlanKey, number>();
  #tooMany = false;

  constructor(context: FileContext) {
    const columnOf = (...keys: readonly string[]) =>
      context.fields.findIndex(([, key]) => keys.includes(key));
    this.#context = context;
    this.#insurer = columnOf("insurerNumber");
    this.#insured = columnOf("insuredNumber");
    this.#date = columnOf("planChangedOn", "consultedOn");
  }

  /** The key of a row; undefined where the row has errors and they may be in the key. */
  keyOf(values: readonly string[], sound: boolean): PlanKey | undefined {
    const insurer = values[this.#insurer] ?? "";
    const insured = values[this.#insured] ?? "";
    const date = values[this.#date] ?? "";
    const right = sound || (isInsurerNumber(insurer) && isInsuredNumber(insured) && isDate(date));
    return right ? `${insurer}/${insured}/${date}` : undefined;
  }

  /** Remembers the key of a row; the row where it was seen first, if it was. */
  note(key: PlanKey, row: number): number | undefined {
    const first = this.#firstRows.get(key);
    if (first !== undefined) return first;
    if (this.#firstRows.size < largestFacts) this.#firstRows.set(key, row);
    else this.#tooMany = true;
    return undefined;
  }

  /** Notes the key of a row that must have one of its own: a parent, or a deletion. */
  once(values: readonly string[], row: number, sound: boolean): void {
    const key = this.keyOf(values, sound);
    const first = key && this.note(key, row);
    if (first === undefined) return;
    const rule = this.#context.kind.startsWith("DLT") ? "plan-deletion-twice" : "parent-twice";
    this.#context.findings.report(rule, { first }, { row });
  }

  /** What is kept of the file; undefined when there were too many keys to keep. */
  facts(images?: ReadonlyMap<string, number>): CarePlanFacts | undefined {
    if (this.#tooMany) {
      this.#context.findings.report("too-much-to-compare", undefined);
      return undefined;
    }
    // Only the kinds that CarePlanFacts names have their keys followed here.
    const kind = this.#context.kind as CarePlanFacts["kind"];
    return { kind, keys: this.#firstRows, ...(images && { images }) };
  }
}
