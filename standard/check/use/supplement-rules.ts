import { columnsOf } from "../../layout/columns.ts";
import { meaningOf } from "../../layout/layouts.ts";
import { legalLimitOf } from "../../layout/legal-limits.ts";
import { isDate } from "../../values/calendar-date.ts";
import type { PlanKey } from "../care-plan/facts.ts";
import { largestFacts } from "../facts.ts";
import type { FileContext, RowRules, StartRowRules } from "../row-rules.ts";
import { amountOf } from "./annex-row.ts";
import type { SupplementFacts, TypeLimit } from "./facts.ts";
import { checkTypeLimits } from "./type-limits.ts";
import { Users } from "./users.ts";

const at = columnsOf("UPHOSOKU");

/** The rules of the supplement 利用者補足情報. */
export const startSupplementRules: StartRowRules = (context) => new SupplementRules(context);

class SupplementRules implements RowRules {
  readonly #context: FileContext;
  readonly #users = new Users((row) => ({
    row,
    limit: undefined as number | undefined,
    typeLimits: [] as readonly TypeLimit[],
  }));
  readonly #keys = new Map<PlanKey, number>();

  constructor(context: FileContext) {
    this.#context = context;
  }

  row(row: readonly string[], number: number, sound: boolean): void {
    const value = (column: number) => row[column] ?? "";
    const insurer = value(at.insurerNumber);
    const insured = value(at.insuredNumber);
    const user = this.#users.of(insurer, insured, number);
    const planned = value(at.planChangedOn);
    if (user !== undefined && (planned === "00000000" || isDate(planned))) {
      this.#noteKey(`${insurer}/${insured}/${planned}`, number);
    }
    if (!sound) return;
    const typeLimits = checkTypeLimits(row, number, this.#context);
    this.#checkLegalLimit(row, number);
    if (user === undefined || user.row !== number) return;
    user.limit = amountOf(value(at.limitUnits));
    user.typeLimits = typeLimits;
  }

  end(): SupplementFacts | undefined {
    if (this.#users.overflow || this.#keys.size >= largestFacts) {
      this.#context.findings.report("too-much-to-compare", undefined);
      return undefined;
    }
    return { kind: "UPHOSOKU", users: this.#users.byKey, keys: this.#keys };
  }

  #noteKey(key: PlanKey, row: number): void {
    const first = this.#keys.get(key);
    if (first === undefined) {
      if (this.#keys.size < largestFacts) this.#keys.set(key, row);
    } else {
      const field = this.#context.fields[at.insuredNumber];
      this.#context.findings.report("supplement-twice", { first }, { row, field });
    }
  }

  /** When the care level changed in the month, the higher one counts for the whole month. */
  #checkLegalLimit(row: readonly string[], number: number): void {
    const limit = amountOf(row[at.limitUnits] ?? "");
    const now = row[at.careLevel] ?? "";
    const before = row[at.previousCareLevel] ?? "";
    const law = legalLimitOf(now);
    if (limit === undefined || law === undefined) return;
    const lawBefore = changedInMonth(row) ? (legalLimitOf(before) ?? 0) : 0;
    if (limit <= Math.max(law, lawBefore)) return;
    const higher = lawBefore > law ? before : now;
    const about = {
      limit,
      level: meaningOf("careLevel", higher) ?? higher,
      law: Math.max(law, lawBefore),
    };
    const field = this.#context.fields[at.limitUnits];
    this.#context.findings.report("limit-above-law", about, { row: number, field });
  }
}

/** Whether the level changed in the month of the row; with tables 1 to 3 there is no month, and it may have. */
function changedInMonth(row: readonly string[]): boolean {
  const changedOn = row[at.careLevelChangedOn] ?? "";
  const month = row[at.month] ?? "";
  return changedOn !== "" && (month === "000000" || changedOn.startsWith(month));
}
