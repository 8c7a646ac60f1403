import { monthAfter } from "@tsunagi/standard";
import type { SampleFile } from "../../sample-file.ts";
import { dayOf } from "../calendar.ts";
import type { Caseload, Client } from "../caseload.ts";
import { addressOf } from "../offices.ts";
import type { Partner } from "../plan-of-use/planning.ts";
import { supplement } from "../plan-of-use/supplement.ts";
import { fileOf, WorkingDay } from "../sending.ts";
import { someCarePlan } from "./care-plan.ts";

/** The new care plans of the users that a partner serves: tables 1 to 3 with the supplement. */
export function* sendCarePlans(
  caseload: Caseload,
  partners: readonly Partner[],
): Generator<SampleFile> {
  const { office, clients, month, chance } = caseload;
  const before = monthAfter(month, -1);
  const plans = new Map(
    clients.filter(isNew).map((client) => {
      const changedOn = dayOf(before, chance.between(5, 14));
      const plan = someCarePlan(client, office, changedOn, chance);
      return [
        client,
        { ...plan, supplement: supplement(client, office, { planChangedOn: changedOn }, month) },
      ];
    }),
  );
  const day = new WorkingDay(dayOf(before, chance.between(15, 17)), chance);
  for (const { address, served } of partners) {
    const theirs = served.flatMap(({ client }) => plans.get(client) ?? []);
    if (theirs.length === 0) continue;
    const sending = { sender: addressOf(office), receiver: address, time: day.next() };
    yield fileOf(
      "UP1KYO",
      theirs.map(({ table1 }) => table1),
      sending,
    );
    yield fileOf(
      "UP2KYO",
      theirs.flatMap(({ table2 }) => table2),
      sending,
    );
    yield fileOf(
      "UP3KYO",
      theirs.flatMap(({ table3 }) => table3),
      sending,
    );
    yield fileOf(
      "UPHOSOKU",
      theirs.map((plan) => plan.supplement),
      sending,
    );
  }
}

/** Tables 1 to 3 are for 要介護; 介護予防 has plans of its own. */
function isNew({ newPlan, preventive }: Client): boolean {
  return newPlan && !preventive;
}
