import type { accountRoutes, Session } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { admitOffice } from "./office-accounts.ts";
import { mustChange } from "./password-age.ts";
import { hashToken, newToken } from "./tokens.ts";

/**
 * A desk's login, after both steps. The access token lives 60 minutes, the login as a whole 8 hours: refreshing
 * replaces both tokens but does not move the end.
 *
 * Rotation of refresh tokens as in RFC 9700 section 4.14.2, with grace: an answer may be lost, so the token that was
 * exchanged serves again until one of the new tokens was used. Of several pairs given for it only the last is good. A
 * token that comes after that was copied, whoever of the two brings it, and ends the login. Besides, every token serves
 * only together with a certificate of its office.
 */
export function deskSessionHandlers(
  context: Pick<Context, "sql" | "clock" | "limits" | "bell" | "passwordDays">,
): Handlers<Pick<typeof accountRoutes, "logIn" | "refreshSession" | "logOut">> {
  const { sql, clock, limits, bell, passwordDays } = context;
  return {
    async logIn({ body, caller }) {
      const ticket = hashToken(body.ticket);
      const [person] = await sql<{ personId: string; office: string }[]>`
        select p.person_id as "personId", p.office
        from person_tickets t join persons p on p.person_id = t.person_id
        where t.token = ${ticket} and t.expires_at > ${clock()} and p.active`;
      if (!person) throw new Refusal("session-expired");
      const account = await admitOffice(context, body.officeId, body.password);
      const office = caller.officeNumber;
      if (account.office.number !== office || person.office !== office) {
        throw new Refusal("certificate-office-mismatch");
      }
      if (mustChange(account, { passwordDays, now: clock() })) {
        throw new Refusal("password-change-required");
      }
      return sql.begin(async (transaction) => {
        const used = await transaction`delete from person_tickets where token = ${ticket}`;
        if (used.count === 0) throw new Refusal("session-expired");
        const tokens = newTokens(limits, clock(), undefined);
        const [row] = await transaction<[{ id: number }]>`
          insert into desk_sessions
            (office, person_id, opened_at, access_token, access_expires_at, refresh_token, refresh_expires_at)
          values (${office}, ${person.personId}, ${tokens.issuedAt}, ${tokens.access.hash}, ${tokens.accessExpiresAt},
                  ${tokens.refresh.hash}, ${tokens.refreshExpiresAt})
          returning id`;
        await transaction`
          update persons set last_login_at = ${clock()} where person_id = ${person.personId}`;
        return describe(transaction, row.id, tokens);
      });
    },

    async refreshSession({ body, caller }) {
      const refreshed = await sql.begin((transaction) =>
        refresh(transaction, hashToken(body.refreshToken), caller.officeNumber, context),
      );
      if (refreshed === "reused") bell.ring(caller.officeNumber);
      if (typeof refreshed === "string") throw new Refusal("session-expired");
      return refreshed;
    },

    async logOut({ caller }) {
      await sql`delete from desk_sessions where id = ${caller.sessionId}`;
      bell.ring(caller.officeNumber);
      return undefined;
    },
  };
}

async function refresh(
  transaction: Transaction,
  given: Uint8Array,
  office: string,
  { clock, limits }: Pick<Context, "clock" | "limits">,
): Promise<Session | "reused" | "unknown"> {
  const [session] = await transaction<
    { id: number; office: string; end: Date; current: Uint8Array }[]
  >`
    select id, office, refresh_expires_at as "end", refresh_token as current from desk_sessions
    where refresh_token = ${given} or previous_refresh_token = ${given} for update`;
  if (!session) return endReused(transaction, given, clock());
  if (session.office !== office) throw new Refusal("certificate-office-mismatch");
  if (session.end <= clock()) return "unknown";
  const tokens = newTokens(limits, clock(), session.end);
  await transaction`
    update desk_sessions
    set access_token = ${tokens.access.hash}, access_expires_at = ${tokens.accessExpiresAt},
        refresh_token = ${tokens.refresh.hash}, previous_refresh_token = ${given}
    where id = ${session.id}`;
  await transaction`
    insert into spent_refresh_tokens (token, session_id) values (${session.current}, ${session.id})`;
  return describe(transaction, session.id, tokens);
}

async function endReused(
  transaction: Transaction,
  spent: Uint8Array,
  at: Date,
): Promise<"reused" | "unknown"> {
  const [ended] = await transaction<{ office: string; personId: string }[]>`
    delete from desk_sessions
    where id = (select session_id from spent_refresh_tokens where token = ${spent})
    returning office, person_id as "personId"`;
  if (!ended) return "unknown";
  const { office, personId } = ended;
  await recordAct(transaction, { at, act: "refresh-token-reused", office, subject: personId });
  return "reused";
}

type Tokens = ReturnType<typeof newTokens>;

function newTokens(limits: Context["limits"], now: Date, end: Date | undefined) {
  const refreshExpiresAt = end ?? new Date(now.getTime() + limits.refreshHours * 3_600_000);
  const hence = now.getTime() + limits.accessMinutes * 60_000;
  return {
    access: newToken(),
    refresh: newToken(),
    issuedAt: now,
    accessExpiresAt: new Date(Math.min(hence, refreshExpiresAt.getTime())),
    refreshExpiresAt,
  };
}

async function describe(transaction: Transaction, id: number, tokens: Tokens): Promise<Session> {
  const [row] = await transaction<
    [
      {
        number: string;
        name: string;
        personId: string;
        familyName: string;
        givenName: string;
        role: Session["person"]["role"];
      },
    ]
  >`
    select o.number, o.name, p.person_id as "personId", p.family_name as "familyName",
           p.given_name as "givenName", p.role
    from desk_sessions s
    join offices o on o.number = s.office
    join persons p on p.person_id = s.person_id
    where s.id = ${id}`;
  return {
    issuedAt: tokens.issuedAt.toISOString(),
    accessToken: tokens.access.text,
    accessExpiresAt: tokens.accessExpiresAt.toISOString(),
    refreshToken: tokens.refresh.text,
    refreshExpiresAt: tokens.refreshExpiresAt.toISOString(),
    office: { number: row.number, name: row.name },
    person: {
      personId: row.personId,
      name: { familyName: row.familyName, givenName: row.givenName },
      role: row.role,
    },
  };
}
