import { createCipheriv, createECDH, randomBytes } from "node:crypto";
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
  const ephemeral = createECDH("prime256v1");
  const ephemeralPoint = ephemeral.generateKeys();
  const sharedSecret = ephemeral.computeSecret(publicPoint(recipient));
  const wrap = createCipheriv(
    "id-aes256-wrap",
    keyEncryptionKey(sharedSecret, aes256Wrap),
    wrapStart,
  );
  const wrapped = Buffer.concat([wrap.update(contentKey), wrap.final()]);
  return context(
    1,
    integer(3),
    context(0, context(1, originatorAlgorithm, bitString(ephemeralPoint))),
    agreementAlgorithm,
    sequence(sequence(issuerAndSerial(recipient), octetString(wrapped))),
  );
}

function publicPoint({ publicKey }: CertificateInfo): Uint8Array {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  return Buffer.concat([
    Uint8Array.of(4),
    Buffer.from(x, "base64url"),
    Buffer.from(y, "base64url"),
  ]);
}
