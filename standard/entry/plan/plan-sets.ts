import { deletionDocument } from "../../documents/deletion.ts";
import { buildPlanOfUse } from "../../documents/plan-of-use.ts";
import { type WrittenFile, writeDocuments } from "../../documents/write-documents.ts";
import { currentVersion } from "../../layout/versions.ts";
import type { Address } from "../../naming/file-name.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import { parseServiceType } from "../../values/service-type.ts";
import type { SetTime } from "../../values/set-time.ts";
import { servicesIn } from "./charge-plan.ts";
import { type PlannedUser, planRecords } from "./plan-records.ts";

/** A plan to be sent, and what was sent of it last. */
export type PlanToSend = PlannedUser & { readonly sent: PlannedUser | null };

/** The set of one receiver: an office with one service type, and the care users whom it is about. */
export type PlanSet = {
  /** `deletion`: the receiver had the plan before, and has no part in it any more (DLTPLAN). */
  readonly kind: "plan" | "deletion";
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
  /** Another than `time`: who gets plans may get deletions too, and those are a set of their own. */
  readonly deletionTime: SetTime;
};

/**
 * Writes the plans of a month for all who serve the care users: UPPLAN, UPSIKYU and UPHOSOKU for each office and service
 * type, with the care users that it serves and no other, and with all rows of those. Who was sent a plan before and
 * serves the care user no more gets its deletion.
 * @throws StandardError `value` or `unmappable-character` when something entered does not fit the standard
 */
export function planSets(
  month: MonthOfService,
  plans: readonly PlanToSend[],
  { sender, createdOn, time, deletionTime }: PlanSending,
): readonly PlanSet[] {
  const making = { planner: sender.office, createdOn };
  const planned = plans.filter(({ draft }) => servicesIn(draft).length > 0);
  const written = new Map(planned.map((plan) => [plan, planRecords(plan, making)]));
  const sets = receiversOf(planned.map((plan) => [plan, plan])).map((to): PlanSet => {
    const records = to.users.flatMap((plan) => written.get(plan) ?? []);
    const document = buildPlanOfUse({ sender, receiver: to.receiver, time }, month, {
      UPPLAN: records.flatMap(({ UPPLAN }) => UPPLAN),
      UPSIKYU: records.flatMap(({ UPSIKYU }) => UPSIKYU),
      UPHOSOKU: records.flatMap(({ UPHOSOKU }) => UPHOSOKU),
    });
    return { kind: "plan", ...to, files: writeDocuments(document) };
  });
  const deletions = receiversOf(plans.map((plan) => [plan, withoutServices(plan)])).map(
    (to): PlanSet => {
      const rows = to.users.map(({ user: { insurerNumber, insuredNumber } }, at) => ({
        row: at + 1,
        record: { csvVersion: currentVersion, insurerNumber, insuredNumber, month },
      }));
      const envelope = { sender, receiver: to.receiver, time: deletionTime };
      const document = deletionDocument(envelope, month, { DLTPLAN: rows });
      return { kind: "deletion", ...to, files: writeDocuments(document) };
    },
  );
  return [...sets, ...deletions];
}

type Receiver<User> = Pick<PlanSet, "receiver" | "receiverName"> & {
  readonly users: readonly User[];
};

/** The offices in plans by service type, in the order in which they are met, each with whom it is about. */
function receiversOf<User>(
  plans: readonly (readonly [User, PlannedUser])[],
): readonly Receiver<User>[] {
  const receivers = new Map<string, Receiver<User> & { readonly users: User[] }>();
  for (const [user, plan] of plans) {
    for (const { serviceType, lines } of servicesIn(plan.draft)) {
      const [{ office }] = lines;
      const key = keyOf(office.number, serviceType);
      const known = receivers.get(key);
      if (known === undefined) {
        const receiver = { office: office.number, serviceType: parseServiceType(serviceType) };
        receivers.set(key, { receiver, receiverName: office.name, users: [user] });
      } else known.users.push(user);
    }
  }
  return Array.from(receivers.values());
}

/** What was sent of a plan, without the offices and service types that are still in it. */
function withoutServices({ user, draft, sent }: PlanToSend): PlannedUser {
  const now = new Set(
    servicesIn(draft).map(({ serviceType, lines: [{ office }] }) =>
      keyOf(office.number, serviceType),
    ),
  );
  const lines = (sent?.draft.lines ?? []).filter(
    ({ office, service }) => !now.has(keyOf(office.number, service.code.slice(0, 2))),
  );
  return { user, draft: { ...draft, ...sent?.draft, lines } };
}

function keyOf(office: string, serviceType: string): string {
  return `${office}/${serviceType}`;
}
