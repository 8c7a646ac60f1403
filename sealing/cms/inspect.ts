import type { CertificateInfo } from "../certificates/parse.ts";
import { orFailAs, SealingError } from "../errors.ts";
import { decodeAuthEnvelopedData, type WrappedKey } from "./auth-enveloped-data.ts";
import { names } from "./certificate-id.ts";
import { decodeSealedHead } from "./sealed-head.ts";

/** What anyone can see of a sealed message: to whom it is sealed. */
export interface SealedOutside {
  /** How many certificates it is sealed to. */
  readonly recipients: number;
  /** Whether it is sealed to this certificate. */
  isFor(certificate: CertificateInfo): boolean;
}

/**
 * Looks at the outside of a sealed message, without any key. The centre so refuses what is not
 * sealed, or sealed to others than its receiver.
 *
 * @throws SealingError `not-a-sealed-message`
 */
export function inspectSealed(sealed: Uint8Array): SealedOutside {
  const { recipients } = orFailAs("not-a-sealed-message", () => decodeAuthEnvelopedData(sealed));
  return outside(recipients);
}

/**
 * Looks at the outside of a sealed message that is too large to be held, by its first bytes (`largestHead` of them, or
 * all when there are less). What follows the head is not seen, but its length has to fit.
 *
 * @param size of the whole message, in bytes
 * @throws SealingError `not-a-sealed-message`
 */
export function inspectSealedHead(head: Uint8Array, size: number): SealedOutside {
  const { recipients } = orFailAs("not-a-sealed-message", () => decodeSealedHead(head, size));
  return outside(recipients);
}

function outside(recipients: readonly WrappedKey[]): SealedOutside {
  if (recipients.length === 0) throw new SealingError("not-a-sealed-message", "no recipient");
  return {
    recipients: recipients.length,
    isFor: (certificate) => recipients.some(({ recipient }) => names(recipient, certificate)),
  };
}
