import { createCipheriv, diffieHellman, randomBytes } from "node:crypto";
import type { CertificateInfo } from "../certificates/parse.ts";
import { enclose, hollowElement } from "../der/hollow.ts";
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
const tagLength = 16;
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
  const envelope = beginEnvelope(content.length, recipients);
  return join([envelope.before, envelope.encrypt(content), envelope.end()]);
}

/** An envelope that is filled piece by piece; what it gives, one after the other, is the sealed message. */
export interface Envelope {
  readonly before: Uint8Array;
  encrypt(piece: Uint8Array): Uint8Array;
  /** After the last piece. */
  end(): Uint8Array;
}

/** Begins an envelope for content of a known length, as `encryptContent` makes it. */
export function beginEnvelope(length: number, recipients: readonly CertificateInfo[]): Envelope {
  const contentKey = randomBytes(keyLength);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", contentKey, nonce);
  const gcm = sequence(oid(oids.aes256Gcm), sequence(octetString(nonce), integer(16)));
  const keys = element(tags.set, ...recipients.map((recipient) => keyFor(recipient, contentKey)));
  contentKey.fill(0);
  const ciphertext = enclose(tags.sequence, [oid(oids.data), gcm], hollowElement(0x80, length));
  const tagLater = enclose(tags.sequence, [integer(0), keys], ciphertext, [
    octetString(new Uint8Array(tagLength)),
  ]);
  const { before, after } = enclose(
    tags.sequence,
    [oid(oids.authEnvelopedData)],
    enclose(0xa0, [], tagLater),
  );
  return {
    before,
    encrypt: (piece) => cipher.update(piece),
    end: () => {
      const rest = cipher.final();
      const head = after.subarray(0, after.length - tagLength);
      return Buffer.concat([rest, head, cipher.getAuthTag()]);
    },
  };
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
