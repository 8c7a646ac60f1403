import {
  type CertificateChain,
  chainPem,
  type OfficeCertificate,
  parseChain,
  SealingError,
  verifyCertificate,
} from "@tsunagi/sealing";
import { requireSoundLog } from "../certificate-log/check-log.ts";
import { proveLogged } from "../certificate-log/prove-logged.ts";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepPartner } from "../tray/partners.ts";

/**
 * The certificates a message to this office is sealed to, PEM, as the directory has them now. Each is checked on this
 * machine: the centre could otherwise name a key of its own and read along.
 * @throws ClientError `receiver-unlicensed`, `receiver-without-certificate`, `partner-not-trusted`, `certificate-unlogged`,
 *   `log-rewritten`, `log-held-back`; CallError
 */
async function receiverCertificates(
  office: Office,
  session: Session,
  number: string,
): Promise<string[]> {
  const answer = await session.authorized((call) => call.office({ params: { number } }));
  keepPartner(office, answer.office);
  if (!answer.office.licensed) throw new ClientError("receiver-unlicensed");
  const valid = answer.certificates.flatMap((pem) => validCertificate(office, pem, number) ?? []);
  if (valid.length === 0) throw new ClientError("receiver-without-certificate");
  await requireSoundLog(office, session);
  for (const { certificate } of valid) await proveLogged(office, session, certificate);
  return valid.map(chainPem);
}

/** Gives the certificates of a receiver, PEM, or throws as `receiverCertificates` does. */
export type AskCertificates = (number: string) => Promise<string[]>;

/** Asks the directory of each receiver once, however many messages go there. For one run of the outbox, no longer. */
export function askOnce(office: Office, session: Session): AskCertificates {
  const asked = new Map<string, Promise<string[]>>();
  return (number) => {
    const answer = asked.get(number) ?? receiverCertificates(office, session, number);
    asked.set(number, answer);
    return answer;
  };
}

/** A certificate to seal to; undefined when it is merely out of its time. */
function validCertificate(
  office: Office,
  pem: string,
  number: string,
): (CertificateChain & { readonly certificate: OfficeCertificate }) | undefined {
  try {
    const { certificate, issuers } = parseChain(pem);
    if (certificate.officeNumber !== number) throw new ClientError("partner-not-trusted");
    verifyCertificate(certificate, {
      authorities: office.authorities,
      issuers,
      at: office.now(),
      usage: "office",
    });
    return { certificate, issuers };
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    if (error.code === "certificate-expired" || error.code === "certificate-not-yet-valid") {
      return undefined;
    }
    throw new ClientError("partner-not-trusted", { cause: error });
  }
}
