import { oids } from "../der/oids.ts";
import { SealingError } from "../errors.ts";
import { type Authority, certifyBy } from "./authority.ts";
import type { Validity } from "./certify.ts";
import { endConstraints, extendedKeyUsage, keyUsage, subjectAltName } from "./extensions.ts";
import { type KeyToCertify, publicKeyOf } from "./key-to-certify.ts";
import type { CertificateInfo } from "./parse.ts";

/**
 * Issues the certificate with which the centre's server answers TLS, for `hosts`: DNS names
 * and IP addresses.
 *
 * @throws SealingError `request-invalid`
 */
export async function issueServerCertificate(
  authority: Authority,
  options: Validity &
    KeyToCertify & { readonly hosts: readonly string[]; readonly serial?: string },
): Promise<CertificateInfo> {
  const [first] = options.hosts;
  if (first === undefined) throw new SealingError("request-invalid", "no host");
  return certifyBy(authority, {
    serial: options.serial,
    subject: { commonName: first.slice(0, 64) },
    publicKey: publicKeyOf(options),
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    extensions: [
      endConstraints(),
      keyUsage("digitalSignature"),
      extendedKeyUsage(oids.serverAuth),
      subjectAltName(options.hosts),
    ],
  });
}
