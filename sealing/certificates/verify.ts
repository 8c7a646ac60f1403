import { X509Certificate } from "node:crypto";
import { SealingError } from "../errors.ts";
import type { CertificateInfo } from "./parse.ts";
import type { RevocationList } from "./revocation-list.ts";

/** Whom to believe, and what is known of revoked certificates. */
export interface Trust {
  /** Certificates of the roots, obtained in a way one trusts. A root may also have issued end certificates itself. */
  readonly authorities: readonly CertificateInfo[];
  /** Of issuing authorities, from anywhere: one counts where a root issued it. */
  readonly issuers?: readonly CertificateInfo[];
  /** Checked when given; read it with `parseRevocationList`. */
  readonly revocationList?: RevocationList;
}

/**
 * Checks that one of the authorities issued `certificate`, itself or by one issuing authority under it, that all were
 * valid at `at`, that it was not revoked by then, and that it is meant for the use: `office` (signing and receiving
 * by an office) or `center` (the centre's receipts).
 *
 * @throws SealingError `certificate-foreign`, `certificate-not-yet-valid`,
 *   `certificate-expired`, `certificate-revoked`, `certificate-purpose`
 */
export function verifyCertificate(
  certificate: CertificateInfo,
  check: Trust & { readonly at: Date; readonly usage: "office" | "center" },
): void {
  const above = authoritiesAbove(certificate, check);
  if (!above) throw new SealingError("certificate-foreign", certificate.issuer);
  for (const authority of above) verifyValidity(authority, check.at);
  verifyValidity(certificate, check.at);
  verifyRevocation(certificate, check);
  verifyUsage(certificate, check.usage);
}

/** Whether `issuer` is an issuing authority of one of the roots, both valid at `at`. */
export function standsUnder(
  issuer: CertificateInfo,
  roots: readonly CertificateInfo[],
  at: Date,
): boolean {
  const root = rootAbove(issuer, roots);
  return root !== undefined && isValid(root, at) && isValid(issuer, at);
}

function authoritiesAbove(
  certificate: CertificateInfo,
  { authorities, issuers = [] }: Trust,
): readonly CertificateInfo[] | undefined {
  const direct = authorities.find((authority) => issued(authority, certificate));
  if (direct) return [direct];
  for (const issuer of issuers) {
    const root = issued(issuer, certificate) ? rootAbove(issuer, authorities) : undefined;
    if (root) return [root, issuer];
  }
  return undefined;
}

function rootAbove(
  issuer: CertificateInfo,
  roots: readonly CertificateInfo[],
): CertificateInfo | undefined {
  return roots.find((root) => issued(root, issuer) && allowsBelow(root, issuer));
}

/** The root's path length; an authority of the root's own name does not count into it (RFC 5280, 4.2.1.9). */
function allowsBelow(
  { pathLength, subjectDer }: CertificateInfo,
  issuer: CertificateInfo,
): boolean {
  return (
    issuer.kind === "authority" &&
    (pathLength !== 0 || Buffer.compare(subjectDer, issuer.subjectDer) === 0)
  );
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

const isValid = ({ notBefore, notAfter }: CertificateInfo, at: Date): boolean =>
  at.getTime() >= notBefore.getTime() && at.getTime() <= notAfter.getTime();

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
