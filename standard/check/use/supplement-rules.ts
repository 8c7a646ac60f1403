import { columnsOf } from "../../layout/columns.ts";
import { meaningOf } from "../../layout/layouts.ts";
import { legalLimitOf } from "../../layout/legal-limits.ts";
import { isDate } from "../../values/calendar-date.ts";
import type { PlanKey } from "../keys.ts";
import { largestFacts } from "../keys.ts";
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
    if (user !== undefined && (planned === noDate || isDate(planned))) {
      this.#noteKey(`${insurer}/${insured}/${planned}`, number);
    }
    if (!sound) return;
    const typeLimits = checkTypeLimits(row, number, this.#context);
    this.#checkPlanDate(planned, number);
    const limit = amountOf(value(at.limitUnits));
    const law = legalLimitIn(row);
    if (limit !== undefined && law !== undefined) this.#checkLegalLimit(limit, law, number);
    if (user === undefined || user.row !== number) return;
    user.limit = limit ?? law?.units;
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

  /** The plan's date ties the supplement to table 1; with tables 6 and 7 the month does. */
  #checkPlanDate(date: string, number: number): void {
    const { fileName, findings, fields } = this.#context;
    if (fileName === undefined) return;
    const place = { row: number, field: fields[at.planChangedOn] };
    if (fileName.month === undefined) {
      if (date === noDate) findings.report("plan-date-missing", undefined, place);
    } else if (date !== noDate) {
      findings.report("plan-date-with-use", { date }, place);
    }
  }

  #checkLegalLimit(limit: number, law: LegalLimit, number: number): void {
    const mayBeLess = law.level === "06" || limit === law.units;
    if (limit <= law.units && mayBeLess) return;
    const rule = limit > law.units ? "limit-above-law" : "limit-below-law";
    const level = meaningOf("careLevel", law.level) ?? law.level;
    const field = this.#context.fields[at.limitUnits];
    const about = { limit, level, law: law.units };
    this.#context.findings.report(rule, about, { row: number, field });
  }
}

const noDate = "00000000";

/** The most that the law grants to a user in a month, and the care level it is for. */
type LegalLimit = { readonly level: string; readonly units: number };

/** When the care level changed in the month, the higher one counts for the whole month. */
function legalLimitIn(row: readonly string[]): LegalLimit | undefined {
  const now = legalLimit(row[at.careLevel] ?? "");
  const before = changedInMonth(row) ? legalLimit(row[at.previousCareLevel] ?? "") : undefined;
  if (now === undefined || before === undefined) return now;
  return before.units > now.units ? before : now;
}

function legalLimit(level: string): LegalLimit | undefined {
  const units = legalLimitOf(level);
  return units === undefined ? undefined : { level, units };
}

/** Whether the level changed in the month of the row; with tables 1 to 3 there is no month, and it may have. */
function changedInMonth(row: readonly string[]): boolean {
  const changedOn = row[at.careLevelChangedOn] ?? "";
  const month = row[at.month] ?? "";
  return changedOn !== "" && (month === "000000" || changedOn.startsWith(month));
}
