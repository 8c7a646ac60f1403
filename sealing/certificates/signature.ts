import { type KeyObject, sign, verify } from "node:crypto";
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

/** AlgorithmIdentifier of the signatures that `key` makes. */
export const signatureAlgorithm = (key: KeyObject): Chunks => sequence(oid(algorithmOf(key).oid));

/**
 * SEQUENCE of content, algorithm and signature: the outer form of certificates, requests and
 * revocation lists. Signs off the event loop.
 */
export async function signStructure(content: Chunks, key: KeyObject): Promise<Uint8Array> {
  const { hash } = algorithmOf(key);
  const signature = await new Promise<Buffer>((resolve, reject) => {
    sign(hash, join(content), { key, dsaEncoding: "der" }, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
  return join(sequence(content, signatureAlgorithm(key), bitString(signature)));
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
