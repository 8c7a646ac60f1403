import { createPublicKey, type KeyObject } from "node:crypto";
import { type CertificateChain, parseChain } from "../certificates/chain.ts";
import type { CertificateInfo } from "../certificates/parse.ts";
import { SealingError } from "../errors.ts";

/** A private key and the certificate of its public key. */
export interface Signer {
  readonly key: KeyObject;
  /** PEM; those of issuing authorities may follow, and then go along with each signature. */
  readonly certificate: string;
}

/** The certificate each key was found to belong to; to find out costs as much as a signature. */
const belongs = new WeakMap<KeyObject, string>();

/**
 * The signer's certificate.
 *
 * @throws SealingError `key-invalid` when the key is not the certificate's or not on P-256
 */
export const certificateOf = (signer: Signer): CertificateInfo => chainOf(signer).certificate;

/** The signer's certificate with those above it. Throws as `certificateOf` does. */
export function chainOf({ key, certificate }: Signer): CertificateChain {
  const chain = parseChain(certificate);
  const info = chain.certificate;
  if (belongs.get(key) === info.fingerprint) return chain;
  if (!info.p256Point || !createPublicKey(key).equals(info.publicKey)) {
    throw new SealingError("key-invalid", "the key does not belong to the certificate");
  }
  belongs.set(key, info.fingerprint);
  return chain;
}
