import { isCareManagement } from "../../layout/service-types.ts";
import type { UserKey } from "../keys.ts";
import type { FileContext } from "../row-rules.ts";
import { insuredNumberOf } from "./users.ts";

/**
 * What a user's rows say of the receiver: `unknown` when a row's office cannot be read.
 * - `no`: none of its services; `office`: services of its office, of other types; `yes`: of its office and type
 */
export type Served = "unknown" | "no" | "office" | "yes";

/** Whether the receiver serves each user of a file, whose rows say so. Source: who is not served must not be sent. */
export class ServedUsers {
  readonly #office: string | undefined;
  readonly #type: string | undefined;

  /** Nothing is judged when the receiver is a care manager, to whom plans are relayed 委託, or is not known. */
  constructor({ fileName }: FileContext) {
    const receiver = fileName?.receiver;
    const judged = receiver !== undefined && !isCareManagement(receiver.serviceType);
    this.#office = judged ? receiver.office : undefined;
    this.#type = judged ? receiver.serviceType : undefined;
  }

  /** What is known of a user after one more row. */
  after(served: Served, office: string, type: string): Served {
    if (served === "yes" || office !== this.#office) return served;
    return type === this.#type ? "yes" : "office";
  }

  /** Reports the users who are not served, at their first row. */
  report(
    users: ReadonlyMap<UserKey, { readonly row: number; readonly served: Served }>,
    { findings, fields }: FileContext,
    column: number,
  ): void {
    if (this.#office === undefined || this.#type === undefined) return;
    for (const [key, { row, served }] of users) {
      const place = { row, field: fields[column] };
      const insuredNumber = insuredNumberOf(key);
      if (served === "no") {
        findings.report("user-not-served", { insuredNumber, office: this.#office }, place);
      } else if (served === "office") {
        findings.report("user-not-served-type", { insuredNumber, type: this.#type }, place);
      }
    }
  }
}
