import { type CertificateChain, verifyCertificate } from "@tsunagi/sealing";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { OwnKey } from "./own-keys.ts";

/**
 * Lets pass what the configured authority issued to this office for the key of this machine.
 * @throws SealingError, ClientError `answer-unexpected`
 */
export function requireOwn(
  office: Office,
  { certificate, issuers }: CertificateChain,
  { pair }: OwnKey,
  officeNumber: string,
): void {
  verifyCertificate(certificate, {
    authorities: office.authorities,
    issuers,
    at: office.now(),
    usage: "office",
  });
  const isOurs =
    certificate.officeNumber === officeNumber && certificate.publicKey.equals(pair.publicKey);
  if (!isOurs) throw new ClientError("answer-unexpected", { detail: "certificate of another key" });
}
