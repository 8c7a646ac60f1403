import { X509Certificate } from "node:crypto";
import type { CertificateInfo } from "./parse.ts";

export interface KnownAuthorities {
  /** Certificates of the roots, obtained in a way one trusts. A root may also have issued end certificates itself. */
  readonly authorities: readonly CertificateInfo[];
  /** Of issuing authorities, from anywhere: one counts where a root issued it. */
  readonly issuers?: readonly CertificateInfo[];
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

/**
 * Who vouches for a certificate: the root, and the issuing authority under it where there is one. Undefined when none does.
 * Times are not looked at.
 */
export function authoritiesAbove(
  certificate: CertificateInfo,
  { authorities, issuers = [] }: KnownAuthorities,
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
