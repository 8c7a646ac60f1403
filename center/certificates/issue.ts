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
 * Issues an office's certificate and puts it into the table and the public log, together with what the transaction does.
 * @throws Refusal `csr-invalid`
 */
export async function issueTo(
  transaction: Transaction,
  { authority, statusUrls }: Pick<CenterKeys, "authority" | "statusUrls">,
  { office, kind, request, ...validity }: ToIssue,
): Promise<IssuedCertificate> {
  const issued = await issueCertificate(authority, {
    request,
    kind,
    officeNumber: office,
    ...validity,
    ...statusUrls,
  }).catch(refuseRequest);
  const { serial, fingerprint, pem, notBefore, notAfter } = issued;
  await transaction`
    insert into certificates (serial, office, kind, fingerprint, not_before, not_after, pem)
    values (${serial}, ${office}, ${kind}, ${fingerprint}, ${notBefore}, ${notAfter}, ${pem})`;
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
