import type { recoveryRoutes } from "@tsunagi/contract/exchange";
import { recordAct } from "../../audit/record.ts";
import type { Context } from "../../context.ts";
import type { Transaction } from "../../database/pool.ts";
import { Refusal } from "../../errors.ts";
import type { Handlers } from "../../server/handlers.ts";
import { forgetFailures } from "../attempts.ts";
import { tellOffice } from "../changes/tell-office.ts";
import { setOfficePassword } from "../office-accounts.ts";
import { endSessions, openSession } from "../office-sessions.ts";
import { hashPassword, newLetterPassword, requireGoodPassword } from "../passwords.ts";
import { factorOf } from "../second-factor/factor.ts";
import { hashToken } from "../tokens.ts";

const dayMilliseconds = 86_400_000;

/** The way back in for an office that lost its ID or password (事業所ユーザ). */
export function recoveryHandlers(context: Context): Handlers<typeof recoveryRoutes> {
  const { sql, clock, limits, bell } = context;
  return {
    /** Nothing here hangs on whether there is such an office: the mail goes out later. */
    async askRecovery({ body }) {
      const written = body.office.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
      if (written.startsWith("HD")) throw new Refusal("agent-id-refused");
      const now = clock();
      // Whose first link is past its end has no password for its certificate yet.
      const neverIn = sql`a.provisional_until is not null and exists (
        select 1 from recoveries r where r.office = a.office and r.kind = 'issued')`;
      const dayAgo = new Date(now.getTime() - dayMilliseconds);
      await sql`
        insert into recoveries (office, kind, asked_at)
        select a.office, case when ${neverIn} then 'issued' else 'lost' end, ${now}
        from office_accounts a
        where (a.office = ${written} or a.office_id = ${written})
          and (
            select count(*) from recoveries r
            where r.office = a.office and r.person is null and r.asked_at > ${dayAgo}
          ) < ${limits.recoveriesPerDay}`;
      return undefined;
    },

    async openRecovery({ body }) {
      const { officeId, office, expiresAt } = await findLink(sql, body.token, clock());
      return { officeId, office, expiresAt: expiresAt.toISOString() };
    },

    async recoverOffice({ body }) {
      const { officeId, office } = await findLink(sql, body.token, clock());
      requireGoodPassword(body.newPassword, { id: officeId, current: "" });
      const hash = await hashPassword(body.newPassword);
      const issuePassword = newLetterPassword();
      const issueHash = await hashPassword(issuePassword);
      const recovered = await sql.begin(async (transaction) => {
        const kind = await useLink(transaction, body.token, clock());
        const at = clock();
        await setOfficePassword(transaction, office.number, { hash, at });
        if (kind === "issued") {
          await transaction`
            update office_accounts set issue_password_hash = ${issueHash}
            where office = ${office.number}`;
        }
        await endSessions(transaction, office.number);
        await forgetFailures(transaction, { kind: "office", name: officeId });
        const change = "password-recovered";
        await tellOffice(transaction, { office: office.number, change, at });
        await recordAct(transaction, {
          at,
          act: "password-recovered",
          office: office.number,
          subject: officeId,
        });
        return { issuePassword: kind === "issued" ? issuePassword : null };
      });
      bell.ring(office.number);
      // A link in a mail stands for the password, not for the second factor.
      const { way } = await factorOf(sql, office.number);
      const opens = { passwordChangeRequired: false, enrolment: false };
      const session = way === "none" ? await openSession(context, sql, office, opens) : null;
      return { ...recovered, session };
    },
  };
}

interface Link {
  readonly officeId: string;
  readonly office: { readonly number: string; readonly name: string };
  readonly expiresAt: Date;
}

/** @throws Refusal `recovery-link-ended` */
async function findLink(sql: Context["sql"], token: string, now: Date): Promise<Link> {
  const [row] = await sql<{ officeId: string; number: string; name: string; expiresAt: Date }[]>`
    select a.office_id as "officeId", o.number, o.name, r.expires_at as "expiresAt"
    from recoveries r join offices o on o.number = r.office join office_accounts a on a.office = r.office
    where r.token = ${hashToken(token)} and r.person is null
      and r.done_at is null and r.expires_at > ${now}`;
  if (!row) throw new Refusal("recovery-link-ended");
  const { officeId, number, name, expiresAt } = row;
  return { officeId, office: { number, name }, expiresAt };
}

/**
 * Of links used side by side one serves; the office's others end with it.
 * @throws Refusal `recovery-link-ended`
 */
async function useLink(
  transaction: Transaction,
  token: string,
  now: Date,
): Promise<"lost" | "issued"> {
  const [used] = await transaction<{ kind: "lost" | "issued"; office: string }[]>`
    update recoveries set done_at = ${now}
    where token = ${hashToken(token)} and person is null and done_at is null and expires_at > ${now}
    returning kind, office`;
  if (!used) throw new Refusal("recovery-link-ended");
  await endRecoveries(transaction, used.office, now);
  return used.kind;
}

/** Whatever was asked for is done with: links in mails serve no more. Those of persons stay. */
export async function endRecoveries(
  transaction: Transaction,
  office: string,
  now: Date,
): Promise<void> {
  await transaction`
    update recoveries set done_at = ${now}
    where office = ${office} and person is null and done_at is null`;
}
