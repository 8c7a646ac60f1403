import { isCareManagement } from "../../layout/service-types.ts";
import type { CsvFileName } from "../../naming/file-name.ts";
import type { FileContext } from "../row-rules.ts";
import type { Service } from "./services.ts";

/**
 * The offices that rows name against the sender in the file's name. A value that differs is reported at its first
 * row only, since it mostly differs in the whole file.
 */
export class SlipOffices {
  readonly #context: FileContext;
  readonly #name: CsvFileName | undefined;
  readonly #reported = new Set<string>();

  constructor(context: FileContext) {
    this.#context = context;
    this.#name = context.fileName;
  }

  /**
   * Whether プラン担当業者 is the sender, or the receiver where plans are relayed 委託. Preventive plans that a care
   * manager passes on to service offices may name the support centre, which the file's name does not.
   */
  checkPlanner(office: string, service: Service, row: number, column: number): void {
    if (this.#name === undefined) return;
    const { sender, receiver } = this.#name;
    if (office === sender.office) return;
    if (office === receiver.office && isCareManagement(receiver.serviceType)) return;
    if (sender.serviceType === "43" && service.scope !== "care") return;
    if (!isCareManagement(sender.serviceType) || this.#wasReported("planner", office)) return;
    const place = { row, field: this.#context.fields[column] };
    this.#context.findings.report("planning-office", { office, sender: sender.office }, place);
  }

  /** Whether results, or their deletion, are the sender's own; a care manager passes on those of others. */
  checkProvider(office: string, row: number, column: number): void {
    if (this.#name === undefined || office === this.#name.sender.office) return;
    const { sender } = this.#name;
    if (isCareManagement(sender.serviceType) || this.#wasReported("provider", office)) return;
    const place = { row, field: this.#context.fields[column] };
    this.#context.findings.report("results-office", { office, sender: sender.office }, place);
  }

  /** Whether results, or their deletion, are of the service type that the sender sends for. */
  checkType(type: string, row: number, column: number): void {
    if (this.#name === undefined || type === this.#name.sender.serviceType) return;
    const { sender } = this.#name;
    if (isCareManagement(sender.serviceType) || this.#wasReported("type", type)) return;
    const place = { row, field: this.#context.fields[column] };
    this.#context.findings.report("results-type", { type, sender: sender.serviceType }, place);
  }

  #wasReported(what: string, value: string): boolean {
    const key = `${what}/${value}`;
    if (this.#reported.has(key) || this.#reported.size >= mostReported) return true;
    this.#reported.add(key);
    return false;
  }
}

/** Differing values that are named; more of them tell nothing new. */
const mostReported = 50;
