import { orFailAs } from "../errors.ts";
import { type CertificateInfo, parseCertificate } from "./parse.ts";

/** A certificate with what stands between it and a root. */
export interface CertificateChain {
  readonly certificate: CertificateInfo;
  /** Of the issuing authorities, as they came along: they count only under a root that one trusts. */
  readonly issuers: readonly CertificateInfo[];
}

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const mostCertificates = 8;

/**
 * Reads PEM of a certificate and those of its issuers after it, as TLS servers and this room keep them.
 *
 * @throws SealingError `certificate-invalid`
 */
export function parseChain(pem: string): CertificateChain {
  return orFailAs("certificate-invalid", () => {
    const [first = pem, ...others] = pem.match(block) ?? [];
    if (others.length >= mostCertificates) throw new RangeError(`${others.length} issuers`);
    return {
      certificate: parseCertificate(first),
      issuers: others.map((one) => parseCertificate(one)),
    };
  });
}

/** PEM of the certificate with its issuers after it. */
export const chainPem = ({ certificate, issuers }: CertificateChain): string =>
  [certificate, ...issuers].map(({ pem }) => pem).join("");
