import type { CarePlanDocument } from "@tsunagi/standard";
import type { Form } from "../paper/form.ts";
import { drawTable1 } from "./table-1.ts";
import { drawTable2 } from "./table-2.ts";
import { drawTable3 } from "./table-3.ts";

/** Tables 1 to 3 of each plan, as far as they are there. */
export function* carePlanForms({ plans }: CarePlanDocument): Generator<Form> {
  for (const plan of plans) {
    if (plan.table1 !== undefined) yield drawTable1(plan, plan.table1.record);
    if (plan.needs.length > 0) yield drawTable2(plan);
    if (plan.week !== undefined) yield drawTable3(plan, plan.week);
  }
}
