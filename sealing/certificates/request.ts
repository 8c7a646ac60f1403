import { createPublicKey, type KeyObject } from "node:crypto";
import { oids } from "../der/oids.ts";
import { fromPem, toPem } from "../der/pem.ts";
import { Reader } from "../der/read.ts";
import { context, integer, sequence, tags } from "../der/write.ts";
import { orFailAs, SealingError } from "../errors.ts";
import { isP256, type OfficeKeyPair } from "../keys.ts";
import { encodeName } from "./name.ts";
import { signatureHolds, signerOfKey, signStructure } from "./signature.ts";

const label = "CERTIFICATE REQUEST";
const longestPem = 20_000;

/**
 * A certificate request (PKCS#10, RFC 2986) as PEM. Its signature proves that the asker has the
 * private key; the subject is a hint for people, the authority sets its own.
 */
export async function createRequest(
  pair: OfficeKeyPair,
  subject: { readonly officeNumber: string },
): Promise<string> {
  const content = sequence(
    integer(0),
    encodeName({ country: "JP", serialNumber: subject.officeNumber }),
    [pair.publicKey.export({ type: "spki", format: "der" })],
    context(0),
  );
  return toPem(label, await signStructure(content, signerOfKey(pair.privateKey)));
}

/**
 * The public key of a certificate request whose signature holds.
 *
 * @throws SealingError `request-invalid` also for a key that is not on P-256
 */
export function readRequest(pem: string): KeyObject {
  return orFailAs("request-invalid", () => {
    if (pem.length > longestPem) throw new RangeError(`longer than ${longestPem} characters`);
    const outer = new Reader(fromPem(label, pem));
    const request = outer.inside();
    outer.end();
    const content = request.next(tags.sequence);
    const algorithm = request.inside().oid();
    const signature = request.bitOctets();
    request.end();

    const inside = request.into(content);
    if (inside.number() !== 0) throw new RangeError("not version 1");
    inside.next(tags.sequence);
    const keyInfo = inside.next(tags.sequence).raw;
    const publicKey = createPublicKey({ key: Buffer.from(keyInfo), type: "spki", format: "der" });
    if (!isP256(publicKey)) throw new SealingError("request-invalid", "key is not on P-256");
    if (
      algorithm !== oids.ecdsaWithSha256 ||
      !signatureHolds({ content: content.raw, algorithm, signature }, publicKey)
    ) {
      throw new SealingError("request-invalid", "signature does not hold");
    }
    return publicKey;
  });
}
