import { type Address, buildFileName, monthAfter } from "@tsunagi/standard";
import type { SampleFile } from "../../sample-file.ts";
import { dayOf } from "../calendar.ts";
import type { Caseload, Client } from "../caseload.ts";
import { addressOf, type Office } from "../offices.ts";
import type { Partner } from "../plan-of-use/planning.ts";
import { fileOf, type Sending, WorkingDay } from "../sending.ts";
import { type Basics, someBasics } from "./basics.ts";
import { type PreventivePlan, somePreventivePlan } from "./preventive-plan.ts";

/**
 * New plans of 介護予防. A 地域包括支援センター that plans itself sends basic information and plan to the partners;
 * where a care manager plans for it 委託, the center sends the basic information to the care manager, who sends the
 * plan to the center and the partners.
 */
export function* sendPreventivePlans(
  caseload: Caseload,
  partners: readonly Partner[],
): Generator<SampleFile> {
  const { office, clients, center = office, month, chance } = caseload;
  const outsourced = center !== office;
  const files = new Map(
    clients
      .filter(({ newPlan, preventive }) => newPlan && preventive)
      .map((client): [Client, NewFiles] => [
        client,
        {
          basics: someBasics(client, month, outsourced, chance),
          plan: somePreventivePlan(client, office, center, month, chance),
        },
      ]),
  );
  if (files.size === 0) return;
  const before = monthAfter(month, -1);
  const all = [...files.values()];
  const planning = new WorkingDay(dayOf(before, chance.between(13, 17)), chance);
  if (outsourced) {
    const handing = new WorkingDay(dayOf(before, chance.between(1, 3)), chance);
    yield* sendBasics(all, sendingFrom(center, addressOf(office), handing));
    yield* sendPlan(all, sendingFrom(office, addressOf(center), planning));
  }
  for (const { address, served } of partners) {
    const theirs = served.flatMap(({ client }) => files.get(client) ?? []);
    if (theirs.length === 0) continue;
    const sending = sendingFrom(office, address, planning);
    yield* sendPlan(theirs, sending);
    if (!outsourced) yield* sendBasics(theirs, sending);
  }
}

type NewFiles = { readonly basics: Basics; readonly plan: PreventivePlan };

function sendingFrom(office: Office, receiver: Address, day: WorkingDay): Sending {
  return { sender: addressOf(office), receiver, time: day.next() };
}

function* sendPlan(files: readonly NewFiles[], sending: Sending): Generator<SampleFile> {
  yield fileOf(
    "UPYOBO",
    files.map(({ plan }) => plan.sheet),
    sending,
  );
  yield fileOf(
    "UPYOBO_SUB",
    files.flatMap(({ plan }) => plan.support),
    sending,
  );
}

/** The sheets name the pictures that go with them. */
function* sendBasics(files: readonly NewFiles[], sending: Sending): Generator<SampleFile> {
  const pictured = files.map(({ basics }, at) => {
    const branch = String(at + 1).padStart(4, "0");
    return { ...basics, name: buildFileName({ type: "image", ...sending, branch }) };
  });
  const sheets = pictured.map(({ sheet, picture, name }) =>
    picture === undefined ? sheet : { ...sheet, familyImage: name },
  );
  yield fileOf("UPKIHON", sheets, sending);
  yield fileOf(
    "UPKIHON_SUB1",
    files.flatMap(({ basics }) => basics.day),
    sending,
  );
  yield fileOf(
    "UPKIHON_SUB2",
    files.flatMap(({ basics }) => basics.history),
    sending,
  );
  for (const { picture, name } of pictured) {
    if (picture !== undefined) yield { folder: sending.sender.office, name, bytes: picture };
  }
}
