import type { Evidence } from "@tsunagi/sealing";
import { readSigned } from "@tsunagi/sealing/open";
import { ClientError } from "../errors.ts";
import { findReceived } from "../inbox/received.ts";
import type { Office } from "../office.ts";
import { findSent } from "../outbox/sent.ts";
import { readProof } from "../store/proofs.ts";

/** The parts of the evidence as they are kept. */
export type KeptEvidence = Readonly<Record<keyof Evidence, Uint8Array | undefined>>;

/**
 * What is kept of a message to show to others, of either box.
 * @throws ClientError `not-found`; `evidence-not-yet` for one that was never sealed
 */
export function gatherEvidence({ store }: Office, id: string): KeptEvidence {
  if (findSent(store, id) === undefined && findReceived(store, id) === undefined) {
    throw new ClientError("not-found");
  }
  const evidence = {
    sealed: readProof(store, id, "sealed"),
    signed: readProof(store, id, "signed"),
    accepted: readProof(store, id, "accepted"),
    opened: readProof(store, id, "opened"),
  };
  if (evidence.sealed === undefined) throw new ClientError("evidence-not-yet");
  return evidence;
}

/** When the sender signed the content; undefined when that cannot be read. */
export function signedAtOf(
  { authorities, now }: Office,
  { signed }: KeptEvidence,
): Date | undefined {
  if (signed === undefined) return undefined;
  try {
    return readSigned(signed, { authorities, at: now(), expected: {} }).signedAt;
  } catch {
    return undefined;
  }
}

/** The authority's certificates as one PEM text. */
export function authorityPem({ authorities }: Office): string {
  return authorities.map(({ pem }) => pem).join("");
}
