import { oids } from "../der/oids.ts";
import { SealingError } from "../errors.ts";
import { type Authority, certifyBy } from "./authority.ts";
import type { Validity } from "./certify.ts";
import {
  authorityInformationAccess,
  crlDistributionPoint,
  endConstraints,
  extendedKeyUsage,
  keyUsage,
} from "./extensions.ts";
import { isOfficeNumber } from "./office-number.ts";
import type { OfficeCertificate, OfficeCertificateKind } from "./parse.ts";
import { readRequest } from "./request.ts";

/**
 * Issues an office's certificate from its request (PKCS#10 PEM): for TLS, signing and receiving.
 * The subject is the authority's word (CN = kind, serialNumber = office number), never the
 * request's.
 *
 * @throws SealingError `request-invalid`: signature, key, office number or validity
 */
export async function issueCertificate(
  authority: Authority,
  options: Validity & {
    readonly request: string;
    readonly kind: OfficeCertificateKind;
    readonly officeNumber: string;
    /** Lower-case hexadecimal; 128 random bits when absent. */
    readonly serial?: string;
    readonly revocationListUrl?: string;
    /** Where its status is asked for (OCSP). */
    readonly ocspUrl?: string;
  },
): Promise<OfficeCertificate> {
  if (!isOfficeNumber(options.officeNumber)) {
    throw new SealingError("request-invalid", "not an office number");
  }
  const issued = await certifyBy(authority, {
    serial: options.serial,
    subject: { commonName: options.kind, serialNumber: options.officeNumber },
    publicKey: readRequest(options.request),
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    extensions: [
      endConstraints(),
      keyUsage("digitalSignature", "nonRepudiation", "keyAgreement"),
      // `openssl cms -verify` asks signers for emailProtection.
      extendedKeyUsage(oids.clientAuth, oids.emailProtection),
      ...(options.revocationListUrl === undefined
        ? []
        : [crlDistributionPoint(options.revocationListUrl)]),
      ...(options.ocspUrl === undefined ? [] : [authorityInformationAccess(options.ocspUrl)]),
    ],
  });
  if (issued.officeNumber === undefined) throw new SealingError("certificate-purpose");
  return issued;
}
