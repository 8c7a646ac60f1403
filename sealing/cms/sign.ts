import { createHash, sign } from "node:crypto";
import type { CertificateInfo } from "../certificates/parse.ts";
import { enclose, type Hollow, hollowElement } from "../der/hollow.ts";
import { oids } from "../der/oids.ts";
import {
  type Chunks,
  context,
  element,
  integer,
  join,
  octetString,
  oid,
  sequence,
  setOf,
  tags,
  time,
} from "../der/write.ts";
import { chainOf, type Signer } from "./signer.ts";

const sha256 = sequence(oid(oids.sha256));
const ecdsaWithSha256 = sequence(oid(oids.ecdsaWithSha256));
const dataType = oid(oids.data);

/**
 * Content under a signature: a ContentInfo with SignedData (RFC 5652, 5) as DER. One signer,
 * ECDSA on P-256 with SHA-256, the certificate embedded with those of its issuing authorities; signed are content type, digest,
 * signing time (whole seconds) and signingCertificateV2 (RFC 5035), as CAdES-BES asks.
 */
export function signContent(content: Uint8Array, signer: Signer, at: Date): Uint8Array {
  const { before, after } = signDigest(content.length, digest(content), signer, at);
  return join([before, content, after]);
}

/** What stands around a content under a signature, as `signContent` makes it, by the content's length and SHA-256. */
export function signDigest(
  length: number,
  contentDigest: Uint8Array,
  signer: Signer,
  at: Date,
): Hollow {
  const content = enclose(0xa0, [], hollowElement(tags.octetString, length));
  const { before, after } = aroundContent(contentDigest, signer, at);
  const signedData = enclose(
    tags.sequence,
    before,
    enclose(tags.sequence, [dataType], content),
    after,
  );
  return enclose(tags.sequence, [oid(oids.signedData)], enclose(0xa0, [], signedData));
}

/**
 * A signature that stands beside its content: as `signContent`, without the content inside (RFC 5652, 5.2).
 * @param contentDigest SHA-256 of the content
 * @throws SealingError `signer-mismatch`, `key-invalid`
 */
export function signDetached(contentDigest: Uint8Array, signer: Signer, at: Date): Uint8Array {
  const { before, after } = aroundContent(contentDigest, signer, at);
  const signedData = sequence(...before, sequence(dataType), ...after);
  return join(sequence(oid(oids.signedData), element(0xa0, signedData)));
}

/** What stands before and after the content in SignedData. */
function aroundContent(
  contentDigest: Uint8Array,
  signer: Signer,
  at: Date,
): { readonly before: readonly Chunks[]; readonly after: readonly Chunks[] } {
  const { certificate, issuers } = chainOf(signer);
  const attributes = join(
    setOf(
      attribute(oids.contentType, dataType),
      attribute(oids.messageDigest, octetString(contentDigest)),
      attribute(oids.signingTime, time(at)),
      attribute(oids.signingCertificateV2, signingCertificate(certificate)),
    ),
  );
  const signature = sign("sha256", attributes, { key: signer.key, dsaEncoding: "der" });
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(certificate),
    sha256,
    // Signed as a SET, carried as IMPLICIT [0] (RFC 5652, 5.4).
    [Uint8Array.of(0xa0), attributes.subarray(1)],
    ecdsaWithSha256,
    octetString(signature),
  );
  return {
    before: [integer(1), element(tags.set, sha256)],
    after: [certificateSet([certificate, ...issuers]), element(tags.set, signerInfo)],
  };
}

/** A SET, so in the order of the bytes. */
function certificateSet(certificates: readonly CertificateInfo[]): Chunks {
  const inOrder = certificates.map(({ der }) => der).sort((a, b) => Buffer.compare(a, b));
  return context(0, inOrder);
}

function attribute(type: string, value: Chunks): Chunks {
  return sequence(oid(type), element(tags.set, value));
}

/** SigningCertificateV2 with the default hash, SHA-256, of the certificate. */
function signingCertificate(certificate: CertificateInfo): Chunks {
  const certificateHash = octetString(Buffer.from(certificate.fingerprint, "hex"));
  return sequence(sequence(sequence(certificateHash)));
}

/** IssuerAndSerialNumber: how a certificate is named in CMS. */
export function issuerAndSerial({ issuerDer, serial }: CertificateInfo): Chunks {
  return sequence([issuerDer], integer(Buffer.from(serial, "hex")));
}

export function digest(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

export const sha256Hex = (bytes: Uint8Array): string => Buffer.from(digest(bytes)).toString("hex");
