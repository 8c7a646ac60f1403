import { oids } from "../der/oids.ts";
import { type Authority, certifyBy } from "./authority.ts";
import type { Validity } from "./certify.ts";
import { endConstraints, extendedKeyUsage, keyUsage } from "./extensions.ts";
import { type KeyToCertify, publicKeyOf } from "./key-to-certify.ts";
import { type CertificateInfo, centerName } from "./parse.ts";

/**
 * Issues the certificate with which the centre signs receipts (CN = tsunagi-center).
 *
 * @throws SealingError `request-invalid`
 */
export async function issueCenterCertificate(
  authority: Authority,
  options: Validity & KeyToCertify & { readonly serial?: string },
): Promise<CertificateInfo> {
  return certifyBy(authority, {
    serial: options.serial,
    subject: { commonName: centerName },
    publicKey: publicKeyOf(options),
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    extensions: [
      endConstraints(),
      keyUsage("digitalSignature", "nonRepudiation"),
      extendedKeyUsage(oids.emailProtection),
    ],
  });
}
