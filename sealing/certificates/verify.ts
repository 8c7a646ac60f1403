import { oids } from "../der/oids.ts";
import { SealingError } from "../errors.ts";
import { authoritiesAbove, type KnownAuthorities } from "./authorities-above.ts";
import type { CertificateInfo } from "./parse.ts";
import type { RevocationList } from "./revocation-list.ts";

/** Whom to believe, and what is known of revoked certificates. */
export interface Trust extends KnownAuthorities {
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

/** What purposes are stated must include signing; a certificate for TLS servers alone, for instance, signs nothing. */
const signs = ({ extendedKeyUsage }: CertificateInfo): boolean =>
  extendedKeyUsage.length === 0 || extendedKeyUsage.includes(oids.emailProtection);

function verifyUsage(certificate: CertificateInfo, usage: "office" | "center"): void {
  const fits =
    usage === "office"
      ? certificate.officeNumber !== undefined && certificate.keyUsage.has("keyAgreement")
      : certificate.kind === "center";
  if (
    !fits ||
    !certificate.keyUsage.has("digitalSignature") ||
    !signs(certificate) ||
    certificate.unknownCritical ||
    !certificate.p256Point
  ) {
    throw new SealingError("certificate-purpose", certificate.subject);
  }
}
