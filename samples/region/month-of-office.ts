import type { SampleFile } from "../sample-file.ts";
import type { Caseload } from "./caseload.ts";
import { addressOf } from "./offices.ts";
import { partnersOf, planMonth, resultsFrom, sendPlans, sendResults } from "./planning.ts";

/** What a care manager's office sends and gets in the month. */
export function* monthOf(caseload: Caseload): Generator<SampleFile> {
  const planned = planMonth(caseload);
  const partners = partnersOf(planned);
  yield* sendPlans(caseload, partners);
  for (const partner of partners) {
    const rows = resultsFrom(partner, caseload);
    if (rows.length > 0) {
      yield sendResults(rows, partner.address, addressOf(caseload.office), caseload);
    }
  }
}
