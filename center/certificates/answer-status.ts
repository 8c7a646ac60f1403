import {
  type AskedCertificate,
  type CertificateStatus,
  isIssuerAsked,
  malformedStatusAnswer,
  type RevocationReason,
  readStatusQuestion,
  SealingError,
  type StatusQuestion,
  signStatusAnswer,
  unauthorizedStatusAnswer,
} from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import type { Bytes } from "../server/handlers.ts";
import type { Issuer } from "./authorities.ts";

/** An answer may be used for so long; a revocation is told at once to who asks anew. */
const freshMilliseconds = 3_600_000;

/**
 * Answers whether certificates are good, revoked or unknown (OCSP, RFC 6960), as the table says at this moment. Their issuing
 * authority signs; of a question about several, the oldest one's certificates are answered, the others are unknown to it.
 */
export async function answerStatus(
  { sql, clock, keys }: Pick<Context, "sql" | "clock" | "keys">,
  question: Uint8Array,
): Promise<Bytes> {
  const asked = read(question);
  if (asked === undefined) return bytes(malformedStatusAnswer());
  const issuer = keys
    .issuers()
    .find((one) => asked.certificates.some((certificate) => isOf(certificate, one)));
  if (issuer === undefined) return bytes(unauthorizedStatusAnswer());
  const known = await findStatuses(
    { sql },
    issuer,
    asked.certificates.filter((one) => isOf(one, issuer)),
  );
  const now = clock();
  const answer = await signStatusAnswer(issuer, {
    statuses: asked.certificates.map((one) => ({
      asked: one,
      status: (isOf(one, issuer) && known.get(one.serial)) || "unknown",
    })),
    nonce: asked.nonce,
    thisUpdate: now,
    nextUpdate: new Date(now.getTime() + freshMilliseconds),
  });
  return bytes(answer);
}

const isOf = (one: AskedCertificate, { info }: Issuer): boolean => isIssuerAsked(one, info);

function read(question: Uint8Array): StatusQuestion | undefined {
  try {
    return readStatusQuestion(question);
  } catch (error) {
    if (error instanceof SealingError) return undefined;
    throw error;
  }
}

interface Row {
  readonly serial: string;
  readonly at: Date | null;
  readonly reason: RevocationReason | null;
}

async function findStatuses(
  { sql }: Pick<Context, "sql">,
  { id }: Issuer,
  asked: readonly AskedCertificate[],
): Promise<ReadonlyMap<string, CertificateStatus>> {
  const serials = asked.map(({ serial }) => serial);
  const rows = await sql<Row[]>`
    select serial, revoked_at as at, revocation_reason as reason from certificates
    where issuer = ${id} and serial = any(${serials}::text[])`;
  return new Map(
    rows.map(({ serial, at, reason }) => [
      serial,
      at === null || reason === null ? "good" : { at, reason },
    ]),
  );
}

const bytes = (content: Uint8Array): Bytes => ({ size: content.length, content });
