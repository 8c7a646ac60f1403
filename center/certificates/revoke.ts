import type { IssuedCertificate, RevocationReason } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { type CertificateRow, certificateColumns, issuedFrom } from "./row.ts";

/**
 * Revokes a certificate (失効), from the next request on. One that is revoked already stays as it is.
 *
 * @param of with `office`, only a certificate of that office
 * @returns undefined when there is no such certificate; `office` is to be rung for
 */
export async function revokeCertificate(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  of: { readonly serial: string; readonly office?: string },
  reason: RevocationReason,
): Promise<{ readonly certificate: IssuedCertificate; readonly office: string } | undefined> {
  const now = clock();
  return sql.begin(async (transaction) => {
    const [row] = await transaction<(CertificateRow & { office: string })[]>`
      select ${certificateColumns(sql)}, office from certificates
      where serial = ${of.serial} and office = coalesce(${of.office ?? null}, office)
      for update`;
    if (!row) return undefined;
    const { office, ...found } = row;
    if (found.revokedAt) return { certificate: issuedFrom(found), office };
    await transaction`
      update certificates set revoked_at = ${now}, revocation_reason = ${reason}
      where serial = ${of.serial}`;
    await recordAct(transaction, {
      at: now,
      act: "certificate-revoked",
      office,
      subject: of.serial,
    });
    return { certificate: issuedFrom({ ...found, revokedAt: now }), office };
  });
}
