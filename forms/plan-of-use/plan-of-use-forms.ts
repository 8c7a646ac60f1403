import type { PlanOfUseDocument, ResultsDocument } from "@tsunagi/standard";
import type { Form } from "../paper/form.ts";
import { drawPlanSlip, drawResultsSlip } from "./table-6.ts";
import { drawAnnex } from "./table-7.ts";

/** Tables 6 and 7 of every care user. */
export function* planOfUseForms({ users }: PlanOfUseDocument): Generator<Form> {
  for (const user of users) {
    yield drawPlanSlip(user);
    yield drawAnnex(user);
  }
}

/** Table 6 of every care user, with what was given. */
export function* resultsForms({ users }: ResultsDocument): Generator<Form> {
  for (const user of users) yield drawResultsSlip(user);
}
