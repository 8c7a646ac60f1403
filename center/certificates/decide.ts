import { recordAct } from "../audit/record.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { CenterError } from "../errors.ts";

/** A request that waits for the operator. */
export interface PendingRequest {
  readonly number: number;
  readonly office: string;
  readonly name: string;
  readonly kind: string;
  readonly askedAt: Date;
  /** SHA-256 of the public key, hexadecimal. */
  readonly key: string;
}

/** The oldest first. */
export async function listPending(sql: Sql): Promise<readonly PendingRequest[]> {
  return sql<PendingRequest[]>`
    select r.number, r.office, o.name, o.certificate_kind as kind, r.asked_at as "askedAt", r.key
    from certificate_requests r join offices o on o.number = r.office
    where r.approved_at is null and r.refused_at is null and r.serial is null
    order by r.number`;
}

/**
 * Lets the office have its certificate; it is issued when the office's terminal fetches it.
 * @returns the office's number
 * @throws CenterError `certificate-request-unknown` when none of this number waits
 */
export async function approveRequest(sql: Sql, number: number, at: Date): Promise<string> {
  return decide(
    sql,
    { number, at, act: "certificate-approved" },
    (transaction) =>
      transaction<{ office: string }[]>`
      update certificate_requests set approved_at = ${at}
      where number = ${number} and approved_at is null and refused_at is null and serial is null
      returning office`,
  );
}

/**
 * Refuses it, with the reason that the person at the desk reads. What was approved and is not issued yet may be refused.
 * @returns the office's number
 * @throws CenterError `certificate-request-unknown`
 */
export async function refuseRequest(
  sql: Sql,
  { number, reason, at }: { readonly number: number; readonly reason: string; readonly at: Date },
): Promise<string> {
  return decide(
    sql,
    { number, at, act: "certificate-refused" },
    (transaction) =>
      transaction<{ office: string }[]>`
      update certificate_requests set approved_at = null, refused_at = ${at}, reason = ${reason}
      where number = ${number} and refused_at is null and serial is null
      returning office`,
  );
}

interface Decision {
  readonly number: number;
  readonly at: Date;
  readonly act: "certificate-approved" | "certificate-refused";
}

async function decide(
  sql: Sql,
  { number, at, act }: Decision,
  update: (transaction: Transaction) => PromiseLike<readonly { readonly office: string }[]>,
): Promise<string> {
  return sql.begin(async (transaction) => {
    const [decided] = await update(transaction);
    if (!decided) throw new CenterError("certificate-request-unknown", String(number));
    const { office } = decided;
    await recordAct(transaction, { at, act, office, subject: String(number) });
    return office;
  });
}
