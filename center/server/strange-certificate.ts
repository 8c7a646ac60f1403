import { type CertificateInfo, parseCertificate, SealingError } from "@tsunagi/sealing";
import { Refusal } from "../errors.ts";

/**
 * Why a certificate is refused that this centre has not issued to an office, so that the person who chose it learns which
 * one to take: that of an agent (代理人) or of another service is another mistake than that of another authority.
 *
 * @param der as it was shown in the handshake
 */
export function refusalOfStrange(der: Uint8Array): Refusal {
  const shown = read(der);
  const isForOffices = shown === undefined || shown.officeNumber !== undefined;
  return new Refusal(isForOffices ? "certificate-foreign" : "certificate-purpose");
}

function read(der: Uint8Array): CertificateInfo | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof SealingError) return undefined;
    throw error;
  }
}
