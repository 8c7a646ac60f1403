import { oids } from "../der/oids.ts";
import { EncodingError, Reader } from "../der/read.ts";
import { tags } from "../der/write.ts";
import { type CertificateId, keyIdentifierId, readIssuerAndSerial } from "./certificate-id.ts";
import { pointLength } from "./key-agreement.ts";
import { readAlgorithm } from "./signed-data.ts";

/** AuthEnvelopedData of this room's profile, taken apart; still encrypted. */
export interface AuthEnvelopedData {
  readonly recipients: readonly WrappedKey[];
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** The content key, wrapped for one certificate. */
export interface WrappedKey {
  readonly recipient: CertificateId;
  /** Uncompressed point on P-256. */
  readonly ephemeral: Uint8Array;
  /** AlgorithmIdentifier of the key wrap as it stands, which the key derivation takes in. */
  readonly wrap: Uint8Array;
  readonly userKeyingMaterial: Uint8Array | undefined;
  readonly encryptedKey: Uint8Array;
}

/** Certificates that one message may be sealed to. */
export const mostRecipients = 64;

/**
 * Reads a ContentInfo with AuthEnvelopedData: AES-256-GCM, keys by ECDH on P-256 with SHA-256
 * and AES-256 key wrap; recipients of other kinds are passed over. Reads BER as streaming
 * writers make it. Throws EncodingError at anything else.
 */
export function decodeAuthEnvelopedData(bytes: Uint8Array): AuthEnvelopedData {
  const outer = new Reader(bytes, "ber");
  const contentInfo = outer.inside();
  outer.end();
  if (contentInfo.oid() !== oids.authEnvelopedData) {
    throw new EncodingError("not AuthEnvelopedData", 0);
  }
  const wrapper = contentInfo.inside(0xa0);
  contentInfo.end();
  const envelope = wrapper.inside();
  wrapper.end();

  if (envelope.number() !== 0) throw new EncodingError("AuthEnvelopedData is not version 0", 0);
  const recipients = readRecipients(envelope.inside(tags.set));
  const content = envelope.inside();
  // The content is a SignedData as bytes; authenticated attributes are asked for only when the
  // type is another than id-data (RFC 5083, 2.1), and OpenSSL does not take any.
  if (content.oid() !== oids.data) throw new EncodingError("content is not id-data", 0);
  const nonce = readNonce(content.inside());
  const ciphertext = content.octets(0x80);
  content.end();
  const tag = envelope.octets();
  envelope.end();
  if (tag.length !== 16) throw new EncodingError("tag is not of 16 octets", 0);
  return { recipients, nonce, ciphertext, tag };
}

/** AES-256-GCM with a nonce of 12 octets and a tag of 16 (RFC 5084). */
export function readNonce(algorithm: Reader): Uint8Array {
  const type = algorithm.oid();
  if (type !== oids.aes256Gcm) throw new EncodingError(`algorithm ${type}, not AES-256-GCM`, 0);
  const parameters = algorithm.inside();
  algorithm.end();
  const nonce = parameters.octets();
  const tagLength = parameters.number();
  parameters.end();
  if (nonce.length !== 12 || tagLength !== 16) {
    throw new EncodingError("nonce is not of 12 octets or tag not of 16", 0);
  }
  return nonce;
}

/** The key agreements of a RecipientInfos; others are passed over. */
export function readRecipients(list: Reader): WrappedKey[] {
  const found: WrappedKey[] = [];
  while (!list.done) {
    const recipient = list.next();
    if (recipient.tag === 0xa1) found.push(...readKeyAgreement(list.into(recipient)));
    if (found.length > mostRecipients) throw new EncodingError("too many recipients", 0);
  }
  return found;
}

function readKeyAgreement(info: Reader): WrappedKey[] {
  if (info.number() !== 3) throw new EncodingError("KeyAgreeRecipientInfo is not version 3", 0);
  const originator = info.inside(0xa0);
  const ephemeral = readEphemeral(originator.inside(0xa1));
  originator.end();
  const material = info.nextIs(0xa1) ? readMaterial(info.inside(0xa1)) : undefined;
  const algorithm = info.inside();
  const agreement = algorithm.oid();
  const wrap = algorithm.next(tags.sequence).raw;
  algorithm.end();
  const keys = info.inside();
  info.end();

  if (agreement !== oids.ecdhStandardSha256Kdf) {
    throw new EncodingError(`key agreement ${agreement}, not ECDH with SHA-256`, 0);
  }
  const wrapper = new Reader(wrap, "ber");
  readAlgorithm(wrapper, oids.aes256Wrap);

  const found: WrappedKey[] = [];
  while (!keys.done) {
    const one = keys.inside();
    const recipient = readRecipientId(one);
    const encryptedKey = one.octets();
    one.end();
    found.push({ recipient, ephemeral, wrap, userKeyingMaterial: material, encryptedKey });
  }
  return found;
}

function readEphemeral(publicKey: Reader): Uint8Array {
  const algorithm = publicKey.inside();
  if (algorithm.oid() !== oids.ecPublicKey) throw new EncodingError("not an elliptic key", 0);
  // Absent, NULL, or the curve (RFC 5753, 7.1.2).
  if (algorithm.nextIs(tags.oid) && algorithm.oid() !== oids.p256) {
    throw new EncodingError("ephemeral key is not on P-256", 0);
  }
  algorithm.optional(tags.null);
  algorithm.end();
  const point = publicKey.bitOctets();
  publicKey.end();
  if (point.length !== pointLength || point[0] !== 4) {
    throw new EncodingError("ephemeral key is not an uncompressed point on P-256", 0);
  }
  return point;
}

function readMaterial(wrapper: Reader): Uint8Array {
  const material = wrapper.octets();
  wrapper.end();
  return material;
}

function readRecipientId(key: Reader): CertificateId {
  if (!key.nextIs(0xa0)) return readIssuerAndSerial(key.inside());
  const byKey = key.inside(0xa0);
  const id = keyIdentifierId(byKey.octets());
  byKey.end();
  return id;
}
