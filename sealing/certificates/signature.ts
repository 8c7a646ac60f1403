import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { oids } from "../der/oids.ts";
import { bitString, type Chunks, join, oid, sequence } from "../der/write.ts";
import { SealingError } from "../errors.ts";

/** ECDSA with the hash that fits the curve: P-256 with SHA-256, P-384 with SHA-384 (RFC 5758). */
const algorithms = {
  prime256v1: { oid: oids.ecdsaWithSha256, hash: "sha256" },
  secp384r1: { oid: oids.ecdsaWithSha384, hash: "sha384" },
} as const;

function algorithmOf(key: KeyObject): (typeof algorithms)[keyof typeof algorithms] {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === "prime256v1" || curve === "secp384r1") return algorithms[curve];
  throw new SealingError("key-invalid", "not on P-256 or P-384");
}

/** What makes signatures. Where the private key lies is its own affair: on disk, or in an HSM. */
export interface StructureSigner {
  readonly publicKey: KeyObject;
  /** ECDSA over `content` with the hash that fits the key's curve (P-256: SHA-256, P-384: SHA-384), as DER. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
}

/** Signs with a key at hand, off the event loop. */
export function signerOfKey(key: KeyObject): StructureSigner {
  const { hash } = algorithmOf(key);
  return {
    publicKey: createPublicKey(key),
    sign: (content) =>
      new Promise((resolve, reject) => {
        sign(hash, content, { key, dsaEncoding: "der" }, (error, made) =>
          error ? reject(error) : resolve(made),
        );
      }),
  };
}

/** AlgorithmIdentifier of the signatures that belong to this public key. */
export const signatureAlgorithm = (key: KeyObject): Chunks => sequence(oid(algorithmOf(key).oid));

/**
 * SEQUENCE of content, algorithm and signature: the outer form of certificates, requests,
 * revocation lists and answers on a status.
 *
 * @param more what follows the signature
 */
export async function signStructure(
  content: Chunks,
  signer: StructureSigner,
  ...more: Chunks[]
): Promise<Uint8Array> {
  const signature = await signer.sign(join(content));
  const algorithm = signatureAlgorithm(signer.publicKey);
  return join(sequence(content, algorithm, bitString(signature), ...more));
}

/** Whether `signature` over `content`, of the algorithm named, was made with this key. */
export function signatureHolds(
  {
    content,
    algorithm,
    signature,
  }: { content: Uint8Array; algorithm: string; signature: Uint8Array },
  key: KeyObject,
): boolean {
  const expected = algorithmOf(key);
  return (
    algorithm === expected.oid &&
    verify(expected.hash, content, { key, dsaEncoding: "der" }, signature)
  );
}
