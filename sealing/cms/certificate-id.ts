import type { CertificateInfo } from "../certificates/parse.ts";
import type { Reader } from "../der/read.ts";
import { tags } from "../der/write.ts";

/** How CMS names a certificate (RFC 5652, 5.3 and 6.2.2). */
export type CertificateId =
  | { readonly by: "issuer-and-serial"; readonly issuer: Uint8Array; readonly serial: string }
  | { readonly by: "key-identifier"; readonly identifier: string };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export function readIssuerAndSerial(of: Reader): CertificateId {
  const issuer = of.next(tags.sequence).raw;
  const serial = hex(of.unsigned());
  of.end();
  return { by: "issuer-and-serial", issuer, serial };
}

export const keyIdentifierId = (identifier: Uint8Array): CertificateId => ({
  by: "key-identifier",
  identifier: hex(identifier),
});

export function names(id: CertificateId, certificate: CertificateInfo): boolean {
  return id.by === "key-identifier"
    ? id.identifier === certificate.subjectKeyIdentifier
    : id.serial === certificate.serial && Buffer.compare(id.issuer, certificate.issuerDer) === 0;
}
