import { issueRevocationList, type RevokedCertificate } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";

/** A list is good for a week, and a new one is made each day, or when a certificate was revoked. */
const days = { next: 7, fresh: 1 } as const;
const dayMilliseconds = 86_400_000;

/** The revocation list (CRL, RFC 5280), DER; every process gives out the same. */
export async function currentRevocationList({
  sql,
  clock,
  keys,
}: Pick<Context, "sql" | "clock" | "keys">): Promise<Uint8Array> {
  const now = clock();
  const current = await latest(sql, now);
  if (current) return current;
  return sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(7469, 6)`;
    const meanwhile = await latest(transaction, now);
    if (meanwhile) return meanwhile;
    // The list names a certificate until its end (RFC 5280, 3.3).
    const revoked = await transaction<RevokedCertificate[]>`
      select serial, revoked_at as at, revocation_reason as reason from certificates
      where revoked_at is not null and not_after > ${now} order by revoked_at, serial`;
    const [{ number }] = await transaction<[{ number: number }]>`
      select coalesce(max(number), 0) + 1 as number from revocation_lists`;
    const der = await issueRevocationList(keys.authority, {
      number,
      revoked,
      thisUpdate: now,
      nextUpdate: new Date(now.getTime() + days.next * dayMilliseconds),
    });
    await transaction`
      insert into revocation_lists (number, issued_at, revoked, der)
      values (${number}, ${now}, (select count(*) from certificates where revoked_at is not null), ${der})`;
    return der;
  });
}

/** The latest list, if it is of today and nothing was revoked since. */
async function latest(sql: Sql | Transaction, now: Date): Promise<Uint8Array | undefined> {
  const since = new Date(now.getTime() - days.fresh * dayMilliseconds);
  const [row] = await sql<{ der: Uint8Array }[]>`
    select der from revocation_lists
    where number = (select max(number) from revocation_lists) and issued_at > ${since}
      and revoked = (select count(*) from certificates where revoked_at is not null)`;
  return row?.der;
}
