import type { SetDocument } from "@tsunagi/standard";
import { drawTable1 } from "./care-plan/table-1.ts";
import type { Form } from "./paper/form.ts";

/** What a document needs besides itself to be drawn. */
export type Enclosed = {
  /** The pictures 家族構成 that came with it, by the name of their file. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
};

/** The forms of a document, in the order in which they are filed: care user by care user. Each is laid out when asked for. */
export function* drawForms(document: SetDocument, _enclosed: Enclosed): Generator<Form> {
  if (document.kind !== "care-plan") return;
  for (const plan of document.plans) {
    if (plan.table1 !== undefined) yield drawTable1(plan, plan.table1.record);
  }
}
