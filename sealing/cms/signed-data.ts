import { oids } from "../der/oids.ts";
import { EncodingError, Reader } from "../der/read.ts";
import { element, join, tags } from "../der/write.ts";
import { type CertificateId, keyIdentifierId, readIssuerAndSerial } from "./certificate-id.ts";

/** SignedData of this room's profile, taken apart; nothing is verified yet. */
export interface SignedData extends SignedParts {
  readonly content: Uint8Array;
}

/** What stands around the content of a SignedData. */
export interface SignedParts {
  /** DER of the certificates that came along. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: CertificateId;
  /** What the signature is over: the attributes as a SET. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly messageDigest: Uint8Array;
  readonly signingTime: Date;
  /** SHA-256 of the signer's certificate, from signingCertificateV2. */
  readonly certificateHash: Uint8Array;
}

const mostCertificates = 8;

/**
 * Reads a ContentInfo with SignedData: one signer, ECDSA with SHA-256, content inside. Reads
 * BER as streaming writers make it. Throws EncodingError at anything else.
 */
export function decodeSignedData(bytes: Uint8Array): SignedData {
  const outer = new Reader(bytes, "ber");
  const contentInfo = outer.inside();
  outer.end();
  if (contentInfo.oid() !== oids.signedData) throw new EncodingError("not SignedData", 0);
  const wrapper = contentInfo.inside(0xa0);
  contentInfo.end();
  const signedData = wrapper.inside();
  wrapper.end();

  const version = signedData.number();
  const digests = signedData.inside(tags.set);
  readAlgorithm(digests, oids.sha256);
  digests.end();
  const content = readContent(signedData.inside());
  return { content, ...readAfterContent(signedData, version) };
}

/** Reads what follows the content, to the end: certificates and the one signer. Throws EncodingError. */
export function readAfterContent(rest: Reader, version: number): SignedParts {
  const certificates = rest.nextIs(0xa0) ? readCertificates(rest.inside(0xa0)) : [];
  const signers = rest.inside(tags.set);
  rest.end();
  const signerInfo = signers.inside();
  signers.end();
  return { certificates, ...readSignerInfo(signerInfo, version) };
}

function readContent(encapsulated: Reader): Uint8Array {
  if (encapsulated.oid() !== oids.data) throw new EncodingError("content is not id-data", 0);
  const wrapper = encapsulated.inside(0xa0);
  encapsulated.end();
  const content = wrapper.octets();
  wrapper.end();
  return content;
}

function readCertificates(list: Reader): Uint8Array[] {
  const certificates: Uint8Array[] = [];
  while (!list.done) {
    certificates.push(list.next(tags.sequence).raw);
    if (certificates.length > mostCertificates) throw new EncodingError("too many certificates", 0);
  }
  return certificates;
}

type SignerInfo = Omit<SignedParts, "certificates">;

function readSignerInfo(info: Reader, outerVersion: number): SignerInfo {
  const version = info.number();
  const byKey = info.optional(0x80);
  const signer = byKey ? keyIdentifierId(byKey.contents) : readIssuerAndSerial(info.inside());
  // Version 3 names the signer by key identifier, and is then that of the whole too
  // (RFC 5652, 5.1 and 5.3).
  if (version !== (byKey ? 3 : 1) || version !== outerVersion) {
    throw new EncodingError("wrong version of SignedData or SignerInfo", 0);
  }
  readAlgorithm(info, oids.sha256);
  const attributes = info.next(0xa0);
  readAlgorithm(info, oids.ecdsaWithSha256);
  const signature = info.octets();
  info.end();
  return {
    signer,
    signedBytes: join(element(tags.set, [attributes.contents])),
    signature,
    ...readAttributes(info.into(attributes)),
  };
}

function readAttributes(
  list: Reader,
): Pick<SignerInfo, "messageDigest" | "signingTime" | "certificateHash"> {
  const values = new Map<string, Reader>();
  while (!list.done) {
    const attribute = list.inside();
    const type = attribute.oid();
    if (values.has(type)) throw new EncodingError(`attribute ${type} twice`, 0);
    values.set(type, attribute.inside(tags.set));
    attribute.end();
  }
  const only = <T>(type: string, read: (value: Reader) => T): T => {
    const value = values.get(type);
    if (!value) throw new EncodingError(`attribute ${type} is missing`, 0);
    const result = read(value);
    value.end();
    return result;
  };
  if (only(oids.contentType, (value) => value.oid()) !== oids.data) {
    throw new EncodingError("signed content type is not id-data", 0);
  }
  return {
    messageDigest: only(oids.messageDigest, (value) => value.octets()),
    signingTime: only(oids.signingTime, (value) => value.time()),
    certificateHash: only(oids.signingCertificateV2, readCertificateHash),
  };
}

/** Of the first certificate, which is the signer's (RFC 5035, 3). */
function readCertificateHash(value: Reader): Uint8Array {
  const identifier = value.inside().inside().inside();
  if (identifier.nextIs(tags.sequence)) readAlgorithm(identifier, oids.sha256);
  return identifier.octets();
}

/** An AlgorithmIdentifier of this type, with parameters absent or NULL. */
export function readAlgorithm(from: Reader, type: string): void {
  const algorithm = from.inside();
  const found = algorithm.oid();
  if (found !== type) throw new EncodingError(`algorithm ${found} instead of ${type}`, 0);
  const parameters = algorithm.optional(tags.null);
  if (parameters && parameters.contents.length > 0) throw new EncodingError("NULL has contents", 0);
  algorithm.end();
}
