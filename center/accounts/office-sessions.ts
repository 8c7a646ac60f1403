import type { accountRoutes, OfficeSession } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { tellOffice } from "./changes/tell-office.ts";
import { admitOffice, setOfficePassword } from "./office-accounts.ts";
import { endOf, mustChange, type PasswordAge } from "./password-age.ts";
import { hashPassword, requireGoodPassword } from "./passwords.ts";
import { forgetBrowsers } from "./second-factor/browsers.ts";
import { requireSecondFactor } from "./second-factor/factor.ts";
import { newToken } from "./tokens.ts";

/** An office's login at the portal and for enrolment: 60 minutes from the login. */
export function officeSessionHandlers(
  context: Context,
): Handlers<
  Pick<
    typeof accountRoutes,
    "logInOffice" | "officeAccount" | "changeOfficePassword" | "logOutOffice"
  >
> {
  const { sql, clock, passwordDays } = context;
  return {
    async logInOffice({ body }) {
      const account = await admitOffice(context, body.officeId, body.password);
      const { office, officeId } = account;
      const enrolment = body.for === "enrolment";
      if (!enrolment) await requireSecondFactor(context, { office: office.number, officeId }, body);
      const passwordChangeRequired = mustChange(account, { passwordDays, now: clock() });
      return openSession(context, sql, office, { passwordChangeRequired, enrolment });
    },

    async officeAccount({ caller }) {
      const [row] = await sql<[PasswordAge & { serviceTypes: string[] }]>`
        select o.service_types as "serviceTypes", a.provisional_until as "provisionalUntil",
               coalesce(a.password_set_at, o.added_at) as "passwordSetAt"
        from offices o join office_accounts a on a.office = o.number
        where o.number = ${caller.office.number}`;
      const { officeId, office, passwordChangeRequired } = caller;
      return {
        officeId,
        office,
        passwordChangeRequired,
        serviceTypes: row.serviceTypes,
        passwordUntil: endOf(row, passwordDays)?.toISOString() ?? null,
      };
    },

    async changeOfficePassword({ body, caller }) {
      const { officeId, office, enrolment } = caller;
      // Who was asked for no code changes a password only where nothing else is possible.
      if (enrolment && !caller.passwordChangeRequired) throw new Refusal("code-required");
      await admitOffice(context, officeId, body.currentPassword);
      requireGoodPassword(body.newPassword, { id: officeId, current: body.currentPassword });
      const hash = await hashPassword(body.newPassword);
      const at = clock();
      const session = await sql.begin(async (transaction) => {
        await setOfficePassword(transaction, office.number, { hash, at });
        await endSessions(transaction, office.number);
        const passwordChangeRequired = false;
        const opened = await openSession(context, transaction, office, {
          passwordChangeRequired,
          enrolment,
        });
        const change = "password-changed";
        await tellOffice(transaction, { office: office.number, change, at });
        await recordAct(transaction, {
          at,
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
  {
    passwordChangeRequired,
    enrolment,
  }: { readonly passwordChangeRequired: boolean; readonly enrolment: boolean },
): Promise<OfficeSession> {
  const token = newToken();
  const openedAt = clock();
  const expiresAt = new Date(openedAt.getTime() + limits.accessMinutes * 60_000);
  await sql`
    insert into office_sessions (token, office, opened_at, expires_at, enrolment)
    values (${token.hash}, ${office.number}, ${openedAt}, ${expiresAt}, ${enrolment})`;
  return {
    token: token.text,
    expiresAt: expiresAt.toISOString(),
    office,
    passwordChangeRequired,
  };
}

/** All logins that the office's password opened, at the portal and every desk; and no browser is remembered any more. */
export async function endSessions(transaction: Transaction, office: string): Promise<void> {
  await transaction`delete from office_sessions where office = ${office}`;
  await transaction`delete from desk_sessions where office = ${office}`;
  await forgetBrowsers(transaction, office);
}
