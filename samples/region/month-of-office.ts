import type { SampleFile } from "../sample-file.ts";
import { sendCarePlans } from "./care-plan/care-planning.ts";
import type { Caseload } from "./caseload.ts";
import { sendDeletions } from "./deletions.ts";
import { addressOf } from "./offices.ts";
import {
  partnersOf,
  planMonth,
  resultsFrom,
  sendPlans,
  sendResults,
} from "./plan-of-use/planning.ts";
import { sendPreventivePlans } from "./preventive/preventive-care.ts";

/** What a care manager's office sends and gets for the month, in the order of the days. */
export function* monthOf(caseload: Caseload): Generator<SampleFile> {
  const { office, center } = caseload;
  const planned = planMonth(caseload);
  const partners = partnersOf(planned);
  yield* sendPreventivePlans(caseload, partners);
  yield* sendCarePlans(caseload, partners);
  // A center hears of the users that another office plans for in its place.
  const relayed = center === undefined ? [] : planned.filter(({ client }) => client.preventive);
  const toCenter =
    center === undefined || relayed.length === 0
      ? []
      : [{ address: addressOf(center), served: relayed }];
  yield* sendPlans(caseload, [...partners, ...toCenter]);
  yield* sendDeletions(caseload);
  const answers = partners.map((partner) => ({ partner, rows: resultsFrom(partner, caseload) }));
  for (const { partner, rows } of answers) {
    if (rows.length > 0) yield sendResults(rows, partner.address, addressOf(office), caseload);
  }
  const theirs = new Set(relayed.map(({ client }) => client.user.insuredNumber));
  const answered = answers
    .flatMap(({ rows }) => rows)
    .filter(({ insuredNumber }) => theirs.has(insuredNumber));
  for (const { address } of toCenter) {
    if (answered.length > 0) yield sendResults(answered, addressOf(office), address, caseload);
  }
}
