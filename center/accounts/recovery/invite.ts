import type { Limits } from "../../config.ts";
import type { Sql, Transaction } from "../../database/pool.ts";
import { Refusal } from "../../errors.ts";

const dayMilliseconds = 86_400_000;
/** A mail server that was away for so long is not waited for any longer. */
const addressDays = 7;

/**
 * Has a link mailed to a person of the office (`mail.ts`), by which the person chooses a password. Links from before end.
 *
 * @param email kept until the mail server has answered
 * @throws Refusal `too-many-invitations`
 */
export async function invite(
  transaction: Transaction,
  { office, personId, email, now }: { office: string; personId: string; email: string; now: Date },
  limits: Pick<Limits, "invitationsPerDay">,
): Promise<void> {
  const dayAgo = new Date(now.getTime() - dayMilliseconds);
  const [row] = await transaction<[{ count: number }]>`
    select count(*)::int as count from recoveries
    where office = ${office} and kind = 'invited' and asked_at > ${dayAgo}`;
  if (row.count >= limits.invitationsPerDay) throw new Refusal("too-many-invitations");
  await endInvitations(transaction, personId, now);
  await transaction`
    insert into recoveries (office, kind, person, email, asked_at)
    values (${office}, 'invited', ${personId}, ${email}, ${now})`;
}

/** Links to the person serve no more, and those that wait are not mailed. */
export async function endInvitations(
  transaction: Transaction,
  personId: string,
  now: Date,
): Promise<void> {
  await transaction`
    update recoveries set done_at = ${now}, email = null
    where person = ${personId} and done_at is null`;
}

/** Addresses whose mail could not be sent in time, or whose process died over it, are given up. */
export async function forgetAddresses(sql: Sql, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - addressDays * dayMilliseconds);
  await sql`
    update recoveries set email = null, refused_at = ${now}
    where email is not null and asked_at < ${oldest}`;
}
