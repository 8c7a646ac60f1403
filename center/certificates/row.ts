import type { IssuedCertificate } from "@tsunagi/contract/exchange";
import type { PendingQuery, Row } from "postgres";
import type { Sql, Transaction } from "../database/pool.ts";

/** A certificate as the table holds it. */
export interface CertificateRow {
  readonly serial: string;
  readonly kind: IssuedCertificate["kind"];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly fingerprint: string;
  readonly pem: string;
  readonly revokedAt: Date | null;
}

export function certificateColumns(sql: Sql | Transaction): PendingQuery<Row[]> {
  return sql`
    serial, kind, not_before as "notBefore", not_after as "notAfter", fingerprint, pem,
    revoked_at as "revokedAt"`;
}

export function issuedFrom(row: CertificateRow): IssuedCertificate {
  return {
    ...row,
    notBefore: row.notBefore.toISOString(),
    notAfter: row.notAfter.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
