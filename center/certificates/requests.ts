import { createHash } from "node:crypto";
import type { AwaitedCertificate } from "@tsunagi/contract/exchange";
import { readRequest, SealingError } from "@tsunagi/sealing";
import { recordAct } from "../audit/record.ts";
import type { CertificateApproval } from "../config.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { issueTo, validYears } from "./issue.ts";
import { type CertificateRow, certificateColumns, issuedFrom } from "./row.ts";
import { span } from "./years.ts";

const replaced = "別の申請があとから届いたため、この申請は取り下げになりました。";
const alreadyValid =
  "有効な電子証明書がすでに発行されています。先に古い電子証明書を失効させてから、もう一度申請してください。";

/**
 * Puts a request before the operator. The same key asked for again waits on, and begins anew where it was refused; of
 * another key, the office's request before is withdrawn. The office's row is locked by the caller.
 *
 * @throws Refusal `csr-invalid`
 */
export async function holdRequest(
  transaction: Transaction,
  {
    office,
    request,
    now,
  }: { readonly office: string; readonly request: string; readonly now: Date },
): Promise<void> {
  const key = keyOf(request);
  await transaction`
    update certificate_requests
    set approved_at = null, refused_at = ${now}, reason = ${replaced}
    where office = ${office} and key <> ${key} and refused_at is null and serial is null`;
  const held = await transaction`
    insert into certificate_requests (key, office, request, asked_at)
    values (${key}, ${office}, ${request}, ${now})
    on conflict (key) do update
    set request = excluded.request, refused_at = null, reason = null, serial = null,
        approved_at = case when certificate_requests.serial is null
                           then certificate_requests.approved_at end,
        asked_at = case when certificate_requests.refused_at is null
                        then certificate_requests.asked_at else excluded.asked_at end
    where certificate_requests.office = excluded.office
    returning 1`;
  if (held.length === 0) throw new Refusal("csr-invalid");
  await recordAct(transaction, { at: now, act: "certificate-requested", office });
}

/**
 * How the request for a key stands. What was approved is issued at this moment, so that its three years begin when the
 * office has it; `automatic` approves what still waits.
 *
 * @param key SHA-256 of the public key, hexadecimal
 * @throws Refusal `not-found`
 */
export async function awaitedCertificate(
  context: Pick<Context, "sql" | "clock" | "keys">,
  key: string,
  approval: CertificateApproval,
): Promise<AwaitedCertificate> {
  const { sql } = context;
  const found = await findRequest(sql, key);
  if (!isDue(found, approval)) return standingOf(sql, found);
  await sql.begin((transaction) => issueHeld(transaction, context, found));
  return standingOf(sql, await findRequest(sql, key));
}

interface RequestRow {
  readonly key: string;
  readonly office: string;
  readonly request: string;
  readonly askedAt: Date;
  readonly approvedAt: Date | null;
  readonly refusedAt: Date | null;
  readonly reason: string | null;
  readonly serial: string | null;
}

async function findRequest(sql: Sql | Transaction, key: string): Promise<RequestRow> {
  const [row] = await sql<RequestRow[]>`
    select key, office, request, asked_at as "askedAt", approved_at as "approvedAt",
           refused_at as "refusedAt", reason, serial
    from certificate_requests where key = ${key}`;
  if (!row) throw new Refusal("not-found");
  return row;
}

function isDue(row: RequestRow, approval: CertificateApproval): boolean {
  const isOpen = row.serial === null && row.refusedAt === null;
  return isOpen && (row.approvedAt !== null || approval === "automatic");
}

async function issueHeld(
  transaction: Transaction,
  { clock, keys }: Pick<Context, "clock" | "keys">,
  { key, office, request }: RequestRow,
): Promise<void> {
  // One request of an office at a time.
  const [row] = await transaction<[{ kind: "KaigoJigyousho" | "CarePlanJigyousho" }]>`
    select certificate_kind as kind from offices where number = ${office} for no key update`;
  await transaction`select 1 from certificate_requests where key = ${key} for update`;
  const meanwhile = await findRequest(transaction, key);
  if (!isDue(meanwhile, "automatic")) return;
  const now = clock();
  if (await hasValid(transaction, office, now)) {
    await transaction`
      update certificate_requests
      set approved_at = null, refused_at = ${now}, reason = ${alreadyValid} where key = ${key}`;
    return;
  }
  const { serial } = await issueTo(transaction, keys, {
    office,
    kind: row.kind,
    request,
    ...span(now, validYears),
  });
  await transaction`update certificate_requests set serial = ${serial} where key = ${key}`;
  await recordAct(transaction, { at: now, act: "certificate-issued", office, subject: serial });
}

export async function hasValid(
  transaction: Transaction,
  office: string,
  now: Date,
): Promise<boolean> {
  const valid = await transaction`
    select 1 from certificates
    where office = ${office} and revoked_at is null and not_after > ${now}`;
  return valid.length > 0;
}

async function standingOf(sql: Sql, row: RequestRow): Promise<AwaitedCertificate> {
  const { askedAt, refusedAt, reason, serial } = row;
  if (refusedAt !== null && reason !== null) {
    return { state: "refused", reason, at: refusedAt.toISOString() };
  }
  if (serial === null) return { state: "waiting", askedAt: askedAt.toISOString() };
  const [issued] = await sql<[CertificateRow]>`
    select ${certificateColumns(sql)} from certificates where serial = ${serial}`;
  return { state: "issued", certificate: issuedFrom(issued) };
}

function keyOf(request: string): string {
  try {
    const key = readRequest(request).export({ type: "spki", format: "der" });
    return createHash("sha256").update(key).digest("hex");
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("csr-invalid", { cause });
    throw cause;
  }
}
