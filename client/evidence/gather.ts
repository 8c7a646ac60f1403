import { type Evidence, measureSealed, outlineSigned } from "@tsunagi/sealing";
import { readSigned, readSignedStream } from "@tsunagi/sealing/open";
import { ClientError } from "../errors.ts";
import { findReceived } from "../inbox/received.ts";
import type { Office } from "../office.ts";
import { findSent } from "../outbox/sent.ts";
import { type ProofPart, readProof, readReceipt } from "../store/proofs.ts";
import type { Spooled } from "../store/spool.ts";
import type { StoredBytes } from "../store/stored-bytes.ts";

/** The parts of the evidence as they are kept. */
export type KeptEvidence = Readonly<Record<ProofPart, StoredBytes | undefined>>;

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
    accepted: readReceipt(store, id, "accepted"),
    opened: readReceipt(store, id, "opened"),
  };
  if (evidence.sealed === undefined) throw new ClientError("evidence-not-yet");
  return evidence;
}

/** The evidence as the sealing checks it; large parts are measured. Throws as `gatherEvidence` does. */
export async function evidenceOf(
  { store }: Office,
  id: string,
  kept: KeptEvidence,
): Promise<Evidence> {
  const { sealed, signed } = kept;
  return {
    sealed: isSpooled(sealed) ? await measureSealed(store.spool.read(sealed)) : sealed,
    signed: isSpooled(signed) ? await outlineSigned(store.spool.read(signed)) : signed,
    accepted: readReceipt(store, id, "accepted"),
    opened: readReceipt(store, id, "opened"),
  };
}

const isSpooled = (part: StoredBytes | undefined): part is Spooled =>
  part !== undefined && !(part instanceof Uint8Array);

/** When the sender signed the content; undefined when that cannot be read. */
export async function signedAtOf(
  { authorities, now, store }: Office,
  { signed }: KeptEvidence,
): Promise<Date | undefined> {
  if (signed === undefined) return undefined;
  const options = { authorities, at: now(), expected: {} };
  try {
    return signed instanceof Uint8Array
      ? readSigned(signed, options).signedAt
      : (await readSignedStream(store.spool.read(signed), options)).signedAt;
  } catch {
    return undefined;
  }
}

/** The authority's certificates as one PEM text. */
export function authorityPem({ authorities }: Office): string {
  return authorities.map(({ pem }) => pem).join("");
}
