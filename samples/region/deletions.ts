import {
  type Address,
  currentVersion,
  type InsuredNumber,
  monthAfter,
  parseInsuredNumber,
} from "@tsunagi/standard";
import type { SampleFile } from "../sample-file.ts";
import { dayOf } from "./calendar.ts";
import type { Caseload } from "./caseload.ts";
import { addressOf } from "./offices.ts";
import { fileOf, type Sending, WorkingDay } from "./sending.ts";

/** One in so many offices had a user who went to hospital before the month began. */
const oneIn = 4;

/**
 * What is taken back of a user who went to hospital and is in no other file of the region: plan of use, care plan,
 * results that were sent by mistake; as if of 介護予防 too, basic information and plan.
 */
export function* sendDeletions(caseload: Caseload): Generator<SampleFile> {
  const { office, center, district, month, chance, clients } = caseload;
  const first = clients[0]?.user;
  const departs = office === district.planners[0] || chance.happens(1 / oneIn);
  if (first === undefined || center === undefined || !departs) return;
  const key = {
    csvVersion: currentVersion,
    insurerNumber: first.insurerNumber,
    insuredNumber: numberOfDeparted(first.insuredNumber),
  };
  const planChangedOn = dayOf(monthAfter(month, -4), 12);
  const day = new WorkingDay(dayOf(monthAfter(month, -1), 29), chance);
  const [visiting, renting] = [district.giving("11")[0], district.giving("17")[0]];
  if (visiting === undefined || renting === undefined) return;
  const from = addressOf(office);
  const send = (sender: Address, receiver: Address): Sending => ({
    sender,
    receiver,
    time: day.next(),
  });
  const { office: serviceOffice, serviceType } = addressOf(renting);
  yield fileOf("DLTPLAN", [{ ...key, month }], send(from, addressOf(visiting)), month);
  yield fileOf("DLT1KYO", [{ ...key, planChangedOn }], send(from, addressOf(renting)));
  yield fileOf(
    "DLTJSK",
    [{ ...key, month, serviceOffice, serviceType }],
    send(addressOf(renting), from),
    month,
  );
  yield fileOf("DLTKIHON", [{ ...key, consultedOn: planChangedOn }], send(addressOf(center), from));
  yield fileOf("DLTYOBO", [{ ...key, planChangedOn }], send(from, addressOf(center)));
}

/** A number of nobody else: those of the region's users begin with 0. */
function numberOfDeparted(number: InsuredNumber): InsuredNumber {
  return parseInsuredNumber(`9${number.slice(1)}`);
}
