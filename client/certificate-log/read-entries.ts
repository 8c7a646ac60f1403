import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import {
  addLeaf,
  type LogState,
  leafHashOf,
  parseCertificate,
  readLogEntry,
  rootOf,
  type TreeEdge,
} from "@tsunagi/sealing";
import { allCertifiedKeys } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import { provedOr } from "./follow-log.ts";
import { keepEdge, keepProved, keepStrange, readEdge } from "./known-log.ts";

type Ask = Pick<Caller<ExchangeRoutes>, "logEntries">;

/**
 * Reads the entries that are new since the last time, up to a head, and keeps those of this office that nobody asked
 * for on this machine. What was read must give the head's hash: nothing was kept from us.
 * @throws ClientError `log-rewritten`; CallError
 */
export async function readEntries(office: Office, head: LogState, ask: Ask): Promise<void> {
  let edge = readEdge(office);
  const own = ownCertificates(office);
  while (edge.size < head.size) {
    const limit = Math.min(head.size - edge.size, 1000);
    const { entries } = await ask.logEntries({ query: { from: edge.size, limit } });
    if (entries.length === 0 || entries.length > limit) throw withheld();
    edge = takeIn(office, edge, entries, own);
    if (edge.size === head.size && rootOf(edge) !== head.rootHash) throw withheld();
    const reached = edge;
    office.store.atomically(() => keepEdge(office, reached));
  }
}

function takeIn(
  office: Office,
  start: TreeEdge,
  entries: readonly string[],
  own: { readonly number: string; readonly fingerprints: ReadonlySet<string> },
): TreeEdge {
  let edge = start;
  for (const text of entries) {
    const entry = provedOr("log-rewritten", () => readLogEntry(text));
    edge = addLeaf(edge, leafHashOf(text)).edge;
    if (entry.office !== own.number) continue;
    if (own.fingerprints.has(entry.fingerprint)) keepProved(office, entry.fingerprint);
    else keepStrange(office, entry);
  }
  return edge;
}

function ownCertificates(office: Office) {
  const fingerprints = allCertifiedKeys(office).map(
    ({ certificate }) => parseCertificate(certificate).fingerprint,
  );
  return { number: ownOffice(office).number, fingerprints: new Set(fingerprints) };
}

function withheld(): ClientError {
  return new ClientError("log-rewritten", { detail: "entries do not give the head" });
}
