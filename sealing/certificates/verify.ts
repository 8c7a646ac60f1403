import { X509Certificate } from "node:crypto";
import { SealingError } from "../errors.ts";
import type { CertificateInfo } from "./parse.ts";
import type { RevocationList } from "./revocation-list.ts";

/** Whom to believe, and what is known of revoked certificates. */
export interface Trust {
  /** Certificates of the authorities, obtained in a way one trusts. */
  readonly authorities: readonly CertificateInfo[];
  /** Checked when given; read it with `parseRevocationList`. */
  readonly revocationList?: RevocationList;
}

/**
 * Checks that one of the authorities issued `certificate`, that both were valid at `at`, that
 * it was not revoked by then, and that it is meant for the use: `office` (signing and receiving
 * by an office) or `center` (the centre's receipts).
 *
 * @throws SealingError `certificate-foreign`, `certificate-not-yet-valid`,
 *   `certificate-expired`, `certificate-revoked`, `certificate-purpose`
 */
export function verifyCertificate(
  certificate: CertificateInfo,
  check: Trust & { readonly at: Date; readonly usage: "office" | "center" },
): void {
  const issuer = check.authorities.find((authority) => issued(authority, certificate));
  if (!issuer) throw new SealingError("certificate-foreign", certificate.issuer);
  verifyValidity(issuer, check.at);
  verifyValidity(certificate, check.at);
  verifyRevocation(certificate, check);
  verifyUsage(certificate, check.usage);
}

/** Signatures of certificates that held, by certificate and fingerprint of the authority. */
const held = new WeakMap<CertificateInfo, Set<string>>();

function issued(authority: CertificateInfo, certificate: CertificateInfo): boolean {
  if (
    authority.kind !== "authority" ||
    authority.unknownCritical ||
    !authority.keyUsage.has("keyCertSign") ||
    Buffer.compare(authority.subjectDer, certificate.issuerDer) !== 0
  ) {
    return false;
  }
  const issuers = held.get(certificate) ?? new Set();
  if (issuers.has(authority.fingerprint)) return true;
  if (!new X509Certificate(certificate.der).verify(authority.publicKey)) return false;
  held.set(certificate, issuers.add(authority.fingerprint));
  return true;
}

function verifyValidity({ notBefore, notAfter, subject }: CertificateInfo, at: Date): void {
  if (at.getTime() < notBefore.getTime()) {
    throw new SealingError("certificate-not-yet-valid", `${subject} at ${at.toISOString()}`);
  }
  if (at.getTime() > notAfter.getTime()) {
    throw new SealingError("certificate-expired", `${subject} at ${at.toISOString()}`);
  }
}

function verifyRevocation(
  { serial, subject }: CertificateInfo,
  { revocationList, at }: { readonly revocationList?: RevocationList; readonly at: Date },
): void {
  const revoked = revocationList?.revoked.find((entry) => entry.serial === serial);
  if (revoked && revoked.at.getTime() <= at.getTime()) {
    throw new SealingError("certificate-revoked", `${subject} at ${revoked.at.toISOString()}`);
  }
}

function verifyUsage(certificate: CertificateInfo, usage: "office" | "center"): void {
  const fits =
    usage === "office"
      ? certificate.officeNumber !== undefined && certificate.keyUsage.has("keyAgreement")
      : certificate.kind === "center";
  if (
    !fits ||
    !certificate.keyUsage.has("digitalSignature") ||
    certificate.unknownCritical ||
    !certificate.p256Point
  ) {
    throw new SealingError("certificate-purpose", certificate.subject);
  }
}
