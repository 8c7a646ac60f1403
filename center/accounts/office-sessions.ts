import type { accountRoutes, OfficeSession } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import type { Handlers } from "../server/handlers.ts";
import { admitOffice } from "./office-accounts.ts";
import { hashPassword, requireGoodPassword } from "./passwords.ts";
import { newToken } from "./tokens.ts";

/** An office's login at the portal and for enrolment: 60 minutes from the login. */
export function officeSessionHandlers(
  context: Pick<Context, "sql" | "clock" | "limits" | "bell">,
): Handlers<
  Pick<
    typeof accountRoutes,
    "logInOffice" | "officeAccount" | "changeOfficePassword" | "logOutOffice"
  >
> {
  const { sql, clock } = context;
  return {
    async logInOffice({ body }) {
      const account = await admitOffice(context, body.officeId, body.password);
      return openSession(context, sql, account.office, account.provisionalUntil !== null);
    },

    async officeAccount({ caller }) {
      const [row] = await sql<[{ serviceTypes: string[] }]>`
        select service_types as "serviceTypes" from offices
        where number = ${caller.office.number}`;
      const { officeId, office, passwordChangeRequired } = caller;
      return { officeId, office, passwordChangeRequired, serviceTypes: row.serviceTypes };
    },

    async changeOfficePassword({ body, caller }) {
      const { officeId, office } = caller;
      await admitOffice(context, officeId, body.currentPassword);
      requireGoodPassword(body.newPassword, { id: officeId, current: body.currentPassword });
      const hash = await hashPassword(body.newPassword);
      const session = await sql.begin(async (transaction) => {
        await transaction`
          update office_accounts set password_hash = ${hash}, provisional_until = null
          where office = ${office.number}`;
        await endSessions(transaction, office.number);
        const opened = await openSession(context, transaction, office, false);
        await recordAct(transaction, {
          at: clock(),
          act: "password-changed",
          office: office.number,
          subject: officeId,
        });
        return opened;
      });
      context.bell.ring(office.number);
      return session;
    },

    async logOutOffice({ caller }) {
      await sql`delete from office_sessions where token = ${caller.token}`;
      return undefined;
    },
  };
}

/** Logs an office in at the portal. */
export async function openSession(
  { clock, limits }: Pick<Context, "clock" | "limits">,
  sql: Sql | Transaction,
  office: OfficeSession["office"],
  passwordChangeRequired: boolean,
): Promise<OfficeSession> {
  const token = newToken();
  const openedAt = clock();
  const expiresAt = new Date(openedAt.getTime() + limits.accessMinutes * 60_000);
  await sql`
    insert into office_sessions (token, office, opened_at, expires_at)
    values (${token.hash}, ${office.number}, ${openedAt}, ${expiresAt})`;
  return {
    token: token.text,
    expiresAt: expiresAt.toISOString(),
    office,
    passwordChangeRequired,
  };
}

/** All logins that the office's password opened: at the portal, and every desk. */
export async function endSessions(transaction: Transaction, office: string): Promise<void> {
  await transaction`delete from office_sessions where office = ${office}`;
  await transaction`delete from desk_sessions where office = ${office}`;
}
