import type { certificateRoutes } from "@tsunagi/contract/exchange";
import { requirePassword } from "../accounts/attempts.ts";
import { recordAct } from "../audit/record.ts";
import type { CertificateApproval } from "../config.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Bytes, Handlers } from "../server/handlers.ts";
import { answerStatus } from "./answer-status.ts";
import { issueTo, validYears } from "./issue.ts";
import { renewCertificate } from "./renew.ts";
import { awaitedCertificate, hasValid, holdRequest } from "./requests.ts";
import { currentRevocationList } from "./revocation-list.ts";
import { revokeCertificate } from "./revoke.ts";
import { type CertificateRow, certificateColumns, issuedFrom } from "./row.ts";
import { span } from "./years.ts";

/** 電子証明書: issued from a request (PKCS#10), one valid certificate to an office. */
export function certificateHandlers(
  context: Context,
  approval: CertificateApproval,
): Handlers<typeof certificateRoutes> {
  const { sql, clock, keys, bell } = context;
  const authorities = [keys.root];
  return {
    async requestCertificate({ body, caller }) {
      const office = caller.office.number;
      await requireIssuePassword(context, office, body.issuePassword);
      const certificate = await sql.begin(async (transaction) => {
        // One request of an office at a time.
        const [row] = await transaction<[{ kind: "KaigoJigyousho" | "CarePlanJigyousho" }]>`
          select certificate_kind as kind from offices where number = ${office} for no key update`;
        const now = clock();
        if (await hasValid(transaction, office, now)) throw new Refusal("certificate-exists");
        if (approval === "operator") {
          await holdRequest(transaction, { office, request: body.request, now });
          return null;
        }
        const issued = await issueTo(transaction, keys, {
          office,
          kind: row.kind,
          request: body.request,
          ...span(now, validYears),
        });
        await recordAct(transaction, {
          at: now,
          act: "certificate-issued",
          office,
          subject: issued.serial,
        });
        return issued;
      });
      return { certificate, authorities };
    },

    awaitedCertificate: ({ params }) => awaitedCertificate(context, params.key, approval),

    async renewCertificate({ body, caller }) {
      return renewCertificate(context, caller, Buffer.from(body.renewal, "base64"));
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
      return bytes(await currentRevocationList(context, keys.issuers()[0]));
    },

    async revocationListOf({ params }) {
      const issuer = keys.issuers().find(({ id }) => id === params.issuer);
      return bytes(await currentRevocationList(context, issuer));
    },

    async certificateStatus({ body }) {
      return answerStatus(context, body);
    },

    async certificateStatusByAddress({ params }) {
      return answerStatus(context, Buffer.from(params.question, "base64"));
    },
  };
}

const bytes = (content: Uint8Array): Bytes => ({ size: content.length, content });

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
