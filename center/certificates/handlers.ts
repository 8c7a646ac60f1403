import type { certificateRoutes } from "@tsunagi/contract/exchange";
import { issueCertificate, SealingError } from "@tsunagi/sealing";
import { requirePassword } from "../accounts/attempts.ts";
import { recordAct } from "../audit/record.ts";
import { appendToLog } from "../certificate-log/append.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { span } from "./keys.ts";
import { currentRevocationList } from "./revocation-list.ts";
import { revokeCertificate } from "./revoke.ts";
import { type CertificateRow, certificateColumns, issuedFrom } from "./row.ts";

const validYears = 3;

/** 電子証明書: issued from a request (PKCS#10), one valid certificate to an office. */
export function certificateHandlers(context: Context): Handlers<typeof certificateRoutes> {
  const { sql, clock, keys, bell } = context;
  const authorities = [keys.authority.certificate];
  return {
    async requestCertificate({ body, caller }) {
      const office = caller.office.number;
      await requireIssuePassword(context, office, body.issuePassword);
      const certificate = await sql.begin(async (transaction) => {
        // One request of an office at a time.
        const [row] = await transaction<[{ kind: "KaigoJigyousho" | "CarePlanJigyousho" }]>`
          select certificate_kind as kind from offices where number = ${office} for no key update`;
        const now = clock();
        const valid = await transaction`
          select 1 from certificates
          where office = ${office} and revoked_at is null and not_after > ${now}`;
        if (valid.length > 0) throw new Refusal("certificate-exists");
        const issued = await issueCertificate(keys.authority, {
          request: body.request,
          kind: row.kind,
          officeNumber: office,
          ...span(now, validYears),
        }).catch(refuseRequest);
        const { serial, fingerprint, pem, notBefore, notAfter } = issued;
        await transaction`
          insert into certificates (serial, office, kind, fingerprint, not_before, not_after, pem)
          values (${serial}, ${office}, ${row.kind}, ${fingerprint}, ${notBefore}, ${notAfter}, ${pem})`;
        await appendToLog(transaction, [issued]);
        await recordAct(transaction, {
          at: now,
          act: "certificate-issued",
          office,
          subject: serial,
        });
        const { kind } = row;
        return { serial, kind, fingerprint, pem, notBefore, notAfter, revokedAt: null };
      });
      return { certificate: issuedFrom(certificate), authorities };
    },

    async listCertificates({ caller }) {
      const rows = await sql<CertificateRow[]>`
        select ${certificateColumns(sql)} from certificates
        where office = ${caller.office.number} order by not_before desc, serial`;
      return { certificates: rows.map(issuedFrom) };
    },

    async revokeCertificate({ params, body, caller }) {
      const of = { serial: params.serial, office: caller.office.number };
      const revoked = await revokeCertificate(context, of, body.reason);
      if (!revoked) throw new Refusal("not-found");
      bell.ring(revoked.office);
      return revoked.certificate;
    },

    async authorities() {
      return { authorities };
    },

    async revocationList() {
      const content = await currentRevocationList(context);
      return { size: content.length, content };
    },
  };
}

/** @throws Refusal `issue-password-wrong`, `login-locked` */
async function requireIssuePassword(
  context: Context,
  office: string,
  password: string,
): Promise<void> {
  await requirePassword(context, { kind: "issue", name: office, password }, async () => {
    const [row] = await context.sql<{ passwordHash: string }[]>`
      select issue_password_hash as "passwordHash" from office_accounts where office = ${office}`;
    return row;
  });
}

function refuseRequest(error: unknown): never {
  if (error instanceof SealingError && error.code === "request-invalid") {
    throw new Refusal("csr-invalid", { cause: error });
  }
  throw error;
}
