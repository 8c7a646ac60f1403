import type { IssuedCertificate } from "@tsunagi/contract/exchange";
import { issueCertificate, SealingError } from "@tsunagi/sealing";
import { appendToLog } from "../certificate-log/append.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { CenterKeys } from "./keys.ts";
import { type CertificateRow, issuedFrom } from "./row.ts";

/** A certificate lasts so many years; a renewal adds as many to the present end. */
export const validYears = 3;

export interface ToIssue {
  readonly office: string;
  readonly kind: IssuedCertificate["kind"];
  /** PKCS#10 PEM */
  readonly request: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * Issues an office's certificate, until the end of the issuing authority at most, and puts it into the table and the public log, together with what the transaction does.
 * @throws Refusal `csr-invalid`
 */
export async function issueTo(
  transaction: Transaction,
  keys: Pick<CenterKeys, "issuer" | "statusUrls">,
  { office, kind, request, ...validity }: ToIssue,
): Promise<IssuedCertificate> {
  const issuer = keys.issuer();
  const end = Math.min(validity.notAfter.getTime(), issuer.info.notAfter.getTime());
  const issued = await issueCertificate(issuer, {
    request,
    kind,
    officeNumber: office,
    notBefore: validity.notBefore,
    notAfter: new Date(end),
    ...keys.statusUrls(issuer),
  }).catch(refuseRequest);
  const { serial, fingerprint, notBefore, notAfter } = issued;
  const pem = `${issued.pem}${issuer.chain}`;
  await transaction`
    insert into certificates (serial, office, kind, fingerprint, not_before, not_after, pem, issuer)
    values (${serial}, ${office}, ${kind}, ${fingerprint}, ${notBefore}, ${notAfter}, ${pem},
            ${issuer.id})`;
  await appendToLog(transaction, [issued]);
  const row: CertificateRow = {
    serial,
    kind,
    fingerprint,
    pem,
    notBefore,
    notAfter,
    revokedAt: null,
  };
  return issuedFrom(row);
}

function refuseRequest(error: unknown): never {
  if (error instanceof SealingError && error.code === "request-invalid") {
    throw new Refusal("csr-invalid", { cause: error });
  }
  throw error;
}
