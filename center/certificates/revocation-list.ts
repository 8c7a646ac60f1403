import { issueRevocationList, type RevokedCertificate } from "@tsunagi/sealing";
import type { PendingQuery, Row } from "postgres";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Issuer } from "./authorities.ts";

/** A list is good for a week, and a new one is made each day, or when a certificate was revoked. */
const days = { next: 7, fresh: 1 } as const;
const dayMilliseconds = 86_400_000;

/**
 * The revocation list (CRL, RFC 5280) of an issuing authority, DER; every process gives out the same.
 * @throws Refusal `not-found` when there is no such authority
 */
export async function currentRevocationList(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  issuer: Issuer | undefined,
): Promise<Uint8Array> {
  if (issuer === undefined) throw new Refusal("not-found");
  const { id } = issuer;
  const now = clock();
  const current = await latest(sql, id, now);
  if (current) return current;
  return sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(7469, 6)`;
    const meanwhile = await latest(transaction, id, now);
    if (meanwhile) return meanwhile;
    // The list names a certificate until its end (RFC 5280, 3.3).
    const revoked = await transaction<RevokedCertificate[]>`
      select serial, revoked_at as at, revocation_reason as reason from certificates
      where issuer = ${id} and revoked_at is not null and not_after > ${now}
      order by revoked_at, serial`;
    const [{ number }] = await transaction<[{ number: number }]>`
      select coalesce(max(number), 0) + 1 as number from revocation_lists where issuer = ${id}`;
    const der = await issueRevocationList(issuer, {
      number,
      revoked,
      thisUpdate: now,
      nextUpdate: new Date(now.getTime() + days.next * dayMilliseconds),
    });
    await transaction`
      insert into revocation_lists (issuer, number, issued_at, revoked, der)
      values (${id}, ${number}, ${now}, ${countRevoked(transaction, id)}, ${der})`;
    return der;
  });
}

/** The latest list, if it is of today and nothing was revoked since. */
async function latest(
  sql: Sql | Transaction,
  issuer: string,
  now: Date,
): Promise<Uint8Array | undefined> {
  const since = new Date(now.getTime() - days.fresh * dayMilliseconds);
  const [row] = await sql<{ der: Uint8Array }[]>`
    select der from revocation_lists
    where issuer = ${issuer} and issued_at > ${since}
      and number = (select max(number) from revocation_lists where issuer = ${issuer})
      and revoked = ${countRevoked(sql, issuer)}`;
  return row?.der;
}

function countRevoked(sql: Sql | Transaction, issuer: string): PendingQuery<Row[]> {
  return sql`
    (select count(*) from certificates where revoked_at is not null and issuer = ${issuer})`;
}
