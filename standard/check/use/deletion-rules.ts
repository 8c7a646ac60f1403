import { columnsOf } from "../../layout/columns.ts";
import { isOfficeNumber } from "../../values/office-number.ts";
import { isServiceType } from "../../values/service-type.ts";
import { largestFacts } from "../keys.ts";
import type { FileContext, RowRules, StartRowRules } from "../row-rules.ts";
import type { DeletionFacts } from "./facts.ts";
import { checkScope } from "./service-scope.ts";
import { SlipOffices } from "./slip-offices.ts";
import { Users } from "./users.ts";

const at = columnsOf("DLTJSK");

/** The rules of the deletion of a month's plan. */
export const startPlanDeletionRules: StartRowRules = (context) =>
  new DeletionRules("DLTPLAN", context);

/** The rules of the deletion of a month's results. */
export const startResultsDeletionRules: StartRowRules = (context) =>
  new DeletionRules("DLTJSK", context);

/** Deletions of plans and results; those of plans have the first four fields only. */
class DeletionRules implements RowRules {
  readonly #kind: DeletionFacts["kind"];
  readonly #context: FileContext;
  readonly #offices: SlipOffices;
  readonly #users = new Users((row) => ({ row, services: new Set<string>() }));
  readonly #firstRows = new Map<string, number>();

  constructor(kind: DeletionFacts["kind"], context: FileContext) {
    this.#kind = kind;
    this.#context = context;
    this.#offices = new SlipOffices(context);
  }

  row(row: readonly string[], number: number): void {
    const value = (column: number) => row[column] ?? "";
    const insurer = value(at.insurerNumber);
    const insured = value(at.insuredNumber);
    const user = this.#users.of(insurer, insured, number);
    const service =
      this.#kind === "DLTJSK"
        ? this.#checkService(value(at.serviceOffice), value(at.serviceType), number)
        : "";
    if (user === undefined || service === undefined) return;
    const key = `${insurer}/${insured}/${value(at.month)}/${service}`;
    const first = this.#firstRows.get(key);
    if (first !== undefined) {
      this.#context.findings.report("deletion-twice", { first }, { row: number });
      return;
    }
    if (this.#firstRows.size >= largestFacts) return;
    this.#firstRows.set(key, number);
    if (service !== "") user.services.add(service);
  }

  end(): DeletionFacts | undefined {
    if (this.#users.overflow || this.#firstRows.size >= largestFacts) {
      this.#context.findings.report("too-much-to-compare", undefined);
      return undefined;
    }
    return { kind: this.#kind, users: this.#users.byKey };
  }

  /** The service that is deleted, `office/type`; undefined when it cannot be read. */
  #checkService(office: string, type: string, row: number): string | undefined {
    if (!isOfficeNumber(office) || !isServiceType(type)) return undefined;
    this.#offices.checkProvider(office, row, at.serviceOffice);
    this.#offices.checkType(type, row, at.serviceType);
    const field = this.#context.fields[at.serviceType];
    checkScope(type, this.#context.findings, { row, field });
    return `${office}/${type}`;
  }
}
