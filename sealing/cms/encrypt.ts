import { createCipheriv, diffieHellman, randomBytes } from "node:crypto";
import type { CertificateInfo } from "../certificates/parse.ts";
import { oids } from "../der/oids.ts";
import {
  bitString,
  type Chunks,
  context,
  element,
  integer,
  join,
  octetString,
  oid,
  sequence,
  tags,
} from "../der/write.ts";
import { SealingError } from "../errors.ts";
import { generateKeyPair, p256Point } from "../keys.ts";
import {
  aes256Wrap,
  keyAgreement,
  keyEncryptionKey,
  keyLength,
  keyWrapStart,
} from "./key-agreement.ts";
import { issuerAndSerial } from "./sign.ts";

const originatorAlgorithm = sequence(oid(oids.ecPublicKey));
const agreementAlgorithm = keyAgreement(aes256Wrap);
const wrapStart = Buffer.from(keyWrapStart);

/**
 * Content for the holders of these certificates only: a ContentInfo with AuthEnvelopedData
 * (RFC 5083, 5084) as DER. AES-256-GCM under a fresh key, which is wrapped for each certificate
 * with a fresh ephemeral key of its own (RFC 5753).
 */
export function encryptContent(
  content: Uint8Array,
  recipients: readonly CertificateInfo[],
): Uint8Array {
  const contentKey = randomBytes(keyLength);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", contentKey, nonce);
  const ciphertext = [cipher.update(content), cipher.final()];
  const gcm = sequence(oid(oids.aes256Gcm), sequence(octetString(nonce), integer(16)));
  const envelope = sequence(
    integer(0),
    element(tags.set, ...recipients.map((recipient) => keyFor(recipient, contentKey))),
    sequence(oid(oids.data), gcm, element(0x80, ciphertext)),
    octetString(cipher.getAuthTag()),
  );
  contentKey.fill(0);
  return join(sequence(oid(oids.authEnvelopedData), context(0, envelope)));
}

/** KeyAgreeRecipientInfo (RFC 5652, 6.2.2). */
function keyFor(recipient: CertificateInfo, contentKey: Uint8Array): Chunks {
  if (!recipient.p256Point) throw new SealingError("certificate-purpose", "not on P-256");
  const ephemeral = generateKeyPair();
  const sharedSecret = diffieHellman({
    privateKey: ephemeral.privateKey,
    publicKey: recipient.publicKey,
  });
  const wrap = createCipheriv(
    "id-aes256-wrap",
    keyEncryptionKey(sharedSecret, aes256Wrap),
    wrapStart,
  );
  const wrapped = Buffer.concat([wrap.update(contentKey), wrap.final()]);
  return context(
    1,
    integer(3),
    context(0, context(1, originatorAlgorithm, bitString(p256Point(ephemeral.publicKey)))),
    agreementAlgorithm,
    sequence(sequence(issuerAndSerial(recipient), octetString(wrapped))),
  );
}
