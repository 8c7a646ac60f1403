import type { DeskMessage } from "@tsunagi/contract/desk";
import {
  type LenientlyRead,
  parseOfficeNumber,
  plansInForce,
  type ResultsRoute,
  readDocumentsLeniently,
  readFile,
  type SetDocument,
  type Unread,
} from "@tsunagi/standard";
import { desk } from "../api.ts";
import { isAboutPlans } from "./months.ts";

/** The plans of a month that have come to this office. */
export interface PlansOfMonth {
  readonly routes: readonly ResultsRoute[];
  readonly documents: readonly SetDocument[];
  /** What of them could not be read, and so is in no route. */
  readonly unread: readonly Unread[];
  /** Names of the care managers, by office number. */
  readonly names: ReadonlyMap<string, string>;
}

/** Fetches and reads the plans of a month from the messages received. What was read once is kept: messages do not change. */
export async function loadPlans(
  office: string,
  month: string,
  received: readonly DeskMessage[],
): Promise<PlansOfMonth> {
  const messages = received.filter((message) => message.month === month && isAboutPlans(message));
  const read = await Promise.all(messages.map(readMessage));
  const documents = read.flatMap((one) => one.documents);
  const routes = plansInForce(documents, parseOfficeNumber(office));
  return {
    routes: routes.filter((route) => route.month === month),
    documents,
    unread: read.flatMap((one) => one.unread),
    names: new Map(messages.map(({ partner }) => [partner.number, partner.name])),
  };
}

const readBefore = new Map<string, Promise<LenientlyRead>>();

function readMessage(message: DeskMessage): Promise<LenientlyRead> {
  const known = readBefore.get(message.id);
  if (known !== undefined) return known;
  const reading = fetchAndRead(message);
  readBefore.set(message.id, reading);
  reading.catch(() => readBefore.delete(message.id));
  return reading;
}

async function fetchAndRead({ id, files }: DeskMessage): Promise<LenientlyRead> {
  const ofPlans = files.filter(({ name }) => /^(?:UPPLAN|UPSIKYU|UPHOSOKU|DLTPLAN)_/i.test(name));
  const read = await Promise.all(
    ofPlans.map(async ({ name }) => readFile(name, await desk.file({ params: { id, name } }))),
  );
  return readDocumentsLeniently(read);
}
