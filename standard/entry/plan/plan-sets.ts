import { buildPlanOfUse } from "../../documents/plan-of-use.ts";
import { type WrittenFile, writeDocuments } from "../../documents/write-documents.ts";
import type { Address } from "../../naming/file-name.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import { parseServiceType } from "../../values/service-type.ts";
import type { SetTime } from "../../values/set-time.ts";
import { servicesIn } from "./charge-plan.ts";
import { type PlannedUser, planRecords } from "./plan-records.ts";

/** The set of one receiver: an office with one service type, and the care users whom it serves. */
export type PlanSet = {
  readonly receiver: Address;
  readonly receiverName: string;
  readonly users: readonly PlannedUser[];
  readonly files: readonly WrittenFile[];
};

/** Who sends, and when. */
export type PlanSending = {
  readonly sender: Address;
  readonly createdOn: CalendarDate;
  readonly time: SetTime;
};

/**
 * Writes the plans of a month for all who serve the care users: UPPLAN, UPSIKYU and UPHOSOKU for each office and service
 * type, with the care users that it serves and no other, and with all rows of those.
 * @throws StandardError `value` or `unmappable-character` when something entered does not fit the standard
 */
export function planSets(
  month: MonthOfService,
  plans: readonly PlannedUser[],
  { sender, createdOn, time }: PlanSending,
): readonly PlanSet[] {
  const making = { planner: sender.office, createdOn };
  const written = new Map(plans.map((plan) => [plan, planRecords(plan, making)]));
  return receiversOf(plans).map(({ receiver, receiverName, users }) => {
    const records = users.flatMap((plan) => written.get(plan) ?? []);
    const document = buildPlanOfUse({ sender, receiver, time }, month, {
      UPPLAN: records.flatMap(({ UPPLAN }) => UPPLAN),
      UPSIKYU: records.flatMap(({ UPSIKYU }) => UPSIKYU),
      UPHOSOKU: records.flatMap(({ UPHOSOKU }) => UPHOSOKU),
    });
    return { receiver, receiverName, users, files: writeDocuments(document) };
  });
}

/** Who is to get a plan: the offices in it by service type, in the order in which they are met, each with its users. */
export function receiversOf(plans: readonly PlannedUser[]): readonly Omit<PlanSet, "files">[] {
  const receivers = new Map<string, Omit<PlanSet, "files"> & { readonly users: PlannedUser[] }>();
  for (const plan of plans) {
    for (const { serviceType, lines } of servicesIn(plan.draft)) {
      const [{ office }] = lines;
      const key = `${office.number}/${serviceType}`;
      const known = receivers.get(key);
      if (known === undefined) {
        const receiver = { office: office.number, serviceType: parseServiceType(serviceType) };
        receivers.set(key, { receiver, receiverName: office.name, users: [plan] });
      } else known.users.push(plan);
    }
  }
  return Array.from(receivers.values());
}
