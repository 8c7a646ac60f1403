import { type Address, type FileRecord, monthAfter } from "@tsunagi/standard";
import type { SampleFile } from "../../sample-file.ts";
import { dayOf } from "../calendar.ts";
import type { Caseload, Client } from "../caseload.ts";
import { addressOf, type Office } from "../offices.ts";
import { fileOf, WorkingDay } from "../sending.ts";
import { services } from "../services/services.ts";
import { resultsOf, withoutPercent } from "./results.ts";
import { supplement } from "./supplement.ts";
import { table6 } from "./table-6.ts";
import { table7 } from "./table-7.ts";

/** A client with the tables of the month, made once and sent to each partner. */
export type PlannedClient = {
  readonly client: Client;
  readonly slip: readonly FileRecord<"UPPLAN">[];
  readonly annex: readonly FileRecord<"UPSIKYU">[];
  readonly supplement: FileRecord<"UPHOSOKU">;
};

/** Who gives a service of one type to some of the clients. */
export type Partner = {
  readonly office: Office;
  readonly address: Address;
  readonly served: readonly PlannedClient[];
};

/** Plans are written in the last ten days of the month before. */
export function planMonth({
  office,
  clients,
  days,
  month,
  chance,
}: Caseload): readonly PlannedClient[] {
  const writtenOn = dayOf(monthAfter(month, -1), chance.between(18, 22));
  return clients.map((client) => ({
    client,
    slip: table6(client, office, writtenOn, days),
    annex: table7(client, office, writtenOn, month),
    supplement: supplement(client, office, { month }, month),
  }));
}

/** The offices that serve the clients, by service type, each with those it serves. */
export function partnersOf(planned: readonly PlannedClient[]): readonly Partner[] {
  const partners = new Map<string, Partner & { readonly served: PlannedClient[] }>();
  for (const one of planned) {
    for (const { booking } of one.client.bookings) {
      const address = addressOf(booking.office, booking.service.type);
      const key = `${address.office}/${address.serviceType}`;
      const partner = partners.get(key);
      if (partner === undefined) {
        partners.set(key, { office: booking.office, address, served: [one] });
      } else partner.served.push(one);
    }
  }
  return Array.from(partners.values());
}

/** The plan of use 予定 to each partner: table 6, table 7 and supplement of the users it serves. */
export function* sendPlans(
  { office, month, chance }: Caseload,
  partners: readonly Pick<Partner, "address" | "served">[],
): Generator<SampleFile> {
  const day = new WorkingDay(dayOf(monthAfter(month, -1), chance.between(23, 27)), chance);
  for (const { address, served } of partners) {
    const sending = { sender: addressOf(office), receiver: address, time: day.next() };
    yield fileOf(
      "UPPLAN",
      served.flatMap(({ slip }) => slip),
      sending,
      month,
    );
    yield fileOf(
      "UPSIKYU",
      served.flatMap(({ annex }) => annex),
      sending,
      month,
    );
    yield fileOf(
      "UPHOSOKU",
      served.map((one) => one.supplement),
      sending,
      month,
    );
  }
}

const percentCodes: ReadonlySet<string> = new Set(
  services.flatMap(({ percent }) => percent?.code ?? []),
);

/** The results 実績 of a partner, for all users it serves. */
export function resultsFrom(
  { address, served }: Partner,
  { days, month, chance }: Caseload,
): readonly FileRecord<"UPJSK">[] {
  const createdOn = dayOf(monthAfter(month, 1), chance.between(1, 3));
  const rows = served.flatMap(({ slip }) =>
    resultsOf(
      slip.filter(
        ({ serviceOffice, serviceCode }) =>
          serviceOffice === address.office && serviceCode.startsWith(address.serviceType),
      ),
      address.office,
      createdOn,
      days,
      chance,
    ),
  );
  return chance.happens(0.5) ? withoutPercent(rows, percentCodes) : rows;
}

/** Sends results to the care manager, on days 3 to 8 of the month after. */
export function sendResults(
  rows: readonly FileRecord<"UPJSK">[],
  sender: Address,
  receiver: Address,
  { month, chance }: Caseload,
): SampleFile {
  const day = new WorkingDay(dayOf(monthAfter(month, 1), chance.between(3, 8)), chance);
  return fileOf("UPJSK", rows, { sender, receiver, time: day.next() }, month);
}
