import { createPublicKey, type KeyObject } from "node:crypto";
import { type CertificateInfo, parseCertificate } from "../certificates/parse.ts";
import { SealingError } from "../errors.ts";

/** A private key and the certificate (PEM) of its public key. */
export interface Signer {
  readonly key: KeyObject;
  readonly certificate: string;
}

/** The certificate each key was found to belong to; to find out costs as much as a signature. */
const belongs = new WeakMap<KeyObject, string>();

/**
 * The signer's certificate.
 *
 * @throws SealingError `key-invalid` when the key is not the certificate's or not on P-256
 */
export function certificateOf({ key, certificate }: Signer): CertificateInfo {
  const info = parseCertificate(certificate);
  if (belongs.get(key) === info.fingerprint) return info;
  if (!info.p256Point || !createPublicKey(key).equals(info.publicKey)) {
    throw new SealingError("key-invalid", "the key does not belong to the certificate");
  }
  belongs.set(key, info.fingerprint);
  return info;
}
