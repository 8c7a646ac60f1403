import { createHash } from "node:crypto";
import { oids } from "../der/oids.ts";
import { type Chunks, context, join, octetString, oid, sequence } from "../der/write.ts";

/** Octets of an uncompressed point on P-256 (SEC 1, 2.3.3). */
export const pointLength = 65;
/** Octets of the content key and of the key that wraps it. */
export const keyLength = 32;
/** The initial value of AES key wrap (RFC 3394, 2.2.3.1). */
export const keyWrapStart: Uint8Array = new Uint8Array(8).fill(0xa6);

/** AlgorithmIdentifier of AES-256 key wrap, without parameters (RFC 3565, 2.3.2). */
export const aes256Wrap: Uint8Array = join(sequence(oid(oids.aes256Wrap)));

/** AlgorithmIdentifier of dhSinglePass-stdDH-sha256kdf with `wrap` inside (RFC 5753, 7.1.4). */
export const keyAgreement = (wrap: Uint8Array): Chunks =>
  sequence(oid(oids.ecdhStandardSha256Kdf), [wrap]);

/**
 * The key that wraps the content key: X9.63 KDF with SHA-256 over the shared secret (SEC 1,
 * 3.6.1) and ECC-CMS-SharedInfo (RFC 5753, 7.2). 32 octets need one round of the KDF.
 */
export function keyEncryptionKey(
  sharedSecret: Uint8Array,
  wrap: Uint8Array,
  userKeyingMaterial?: Uint8Array,
): Uint8Array {
  const keyBits = Uint8Array.of(0, 0, 1, 0);
  const sharedInfo = sequence(
    [wrap],
    ...(userKeyingMaterial ? [context(0, octetString(userKeyingMaterial))] : []),
    context(2, octetString(keyBits)),
  );
  return createHash("sha256")
    .update(sharedSecret)
    .update(Uint8Array.of(0, 0, 0, 1))
    .update(join(sharedInfo))
    .digest();
}
