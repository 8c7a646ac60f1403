import type { invitationRoutes } from "@tsunagi/contract/exchange";
import { recordAct } from "../../audit/record.ts";
import type { Context } from "../../context.ts";
import { Refusal } from "../../errors.ts";
import type { Handlers } from "../../server/handlers.ts";
import { forgetFailures } from "../attempts.ts";
import { hashPassword, requireGoodPassword } from "../passwords.ts";
import { endLogins } from "../person-records.ts";
import { hashToken } from "../tokens.ts";

/** The link by which a person (個人ユーザ) chooses a password: the mail's token is all that is asked for. */
export function invitationHandlers({
  sql,
  clock,
  bell,
}: Pick<Context, "sql" | "clock" | "bell">): Handlers<typeof invitationRoutes> {
  return {
    async openInvitation({ body }) {
      const { personId, office, expiresAt } = await findInvited(sql, body.token, clock());
      return { personId, office, expiresAt: expiresAt.toISOString() };
    },

    async acceptInvitation({ body }) {
      const { personId, office } = await findInvited(sql, body.token, clock());
      requireGoodPassword(body.newPassword, { id: personId, current: "" });
      const hash = await hashPassword(body.newPassword);
      const now = clock();
      await sql.begin(async (transaction) => {
        // Of links used side by side one serves.
        const used = await transaction`
          update recoveries set done_at = ${now}, email = null
          where token = ${hashToken(body.token)} and done_at is null and expires_at > ${now}`;
        if (used.count === 0) throw new Refusal("invitation-ended");
        await transaction`
          update persons set password_hash = ${hash}, provisional_until = null
          where person_id = ${personId}`;
        await endLogins(transaction, personId, now);
        await forgetFailures(transaction, { kind: "person", name: personId });
        const act = "invitation-accepted";
        await recordAct(transaction, { at: now, act, office: office.number, subject: personId });
      });
      bell.ring(office.number);
      return undefined;
    },
  };
}

interface Invited {
  readonly personId: string;
  readonly office: { readonly number: string; readonly name: string };
  readonly expiresAt: Date;
}

/** @throws Refusal `invitation-ended` */
async function findInvited(sql: Context["sql"], token: string, now: Date): Promise<Invited> {
  const [row] = await sql<{ personId: string; number: string; name: string; expiresAt: Date }[]>`
    select p.person_id as "personId", o.number, o.name, r.expires_at as "expiresAt"
    from recoveries r join persons p on p.person_id = r.person join offices o on o.number = r.office
    where r.token = ${hashToken(token)} and r.done_at is null and r.expires_at > ${now} and p.active`;
  if (!row) throw new Refusal("invitation-ended");
  const { personId, number, name, expiresAt } = row;
  return { personId, office: { number, name }, expiresAt };
}
