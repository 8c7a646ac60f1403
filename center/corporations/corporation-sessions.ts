import type { CorporationSession, corporationRoutes } from "@tsunagi/contract/exchange";
import { requirePassword } from "../accounts/attempts.ts";
import { refuseExpiredProvisional } from "../accounts/office-accounts.ts";
import { hashPassword, requireGoodPassword } from "../accounts/passwords.ts";
import { newToken } from "../accounts/tokens.ts";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import type { Handlers } from "../server/handlers.ts";
import { corporationId, numberOfId } from "./corporation-number.ts";

type Needs = Pick<Context, "sql" | "clock" | "limits">;

/** A corporation's login at the portal (法人ユーザ): 60 minutes from the login. */
export function corporationSessionHandlers(
  context: Needs,
): Handlers<
  Pick<
    typeof corporationRoutes,
    "logInCorporation" | "changeCorporationPassword" | "logOutCorporation"
  >
> {
  const { sql, clock } = context;
  return {
    async logInCorporation({ body }) {
      const account = await admitCorporation(context, body.corporationId, body.password);
      const { number, name, provisionalUntil } = account;
      return openSession(context, sql, { number, name }, provisionalUntil !== null);
    },

    async changeCorporationPassword({ body, caller: { corporation } }) {
      const id = corporationId(corporation.number);
      await admitCorporation(context, id, body.currentPassword);
      requireGoodPassword(body.newPassword, { id, current: body.currentPassword });
      const hash = await hashPassword(body.newPassword);
      return sql.begin(async (transaction) => {
        await transaction`
          update corporation_accounts set password_hash = ${hash}, provisional_until = null
          where corporation = ${corporation.number}`;
        await endCorporationSessions(transaction, corporation.number);
        const opened = await openSession(context, transaction, corporation, false);
        await recordAct(transaction, { at: clock(), act: "password-changed", subject: id });
        return opened;
      });
    },

    async logOutCorporation({ caller }) {
      await sql`delete from corporation_sessions where token = ${caller.token}`;
      return undefined;
    },
  };
}

interface AccountRow {
  readonly number: string;
  readonly name: string;
  readonly passwordHash: string;
  /** Null once the corporation has a password of its own. */
  readonly provisionalUntil: Date | null;
}

/**
 * Lets a corporation in by its password; the ID is taken as people write it.
 *
 * @throws Refusal `login-wrong`, `login-locked`, `password-provisional-expired`
 */
async function admitCorporation(
  context: Needs,
  typedId: string,
  password: string,
): Promise<AccountRow> {
  const number = numberOfId(typedId);
  const attempt = { kind: "corporation", name: number ?? typedId, password } as const;
  const account = await requirePassword(context, attempt, async () => {
    const [row] = await context.sql<AccountRow[]>`
      select c.number, c.name, a.password_hash as "passwordHash",
             a.provisional_until as "provisionalUntil"
      from corporation_accounts a join corporations c on c.number = a.corporation
      where c.number = ${number ?? null}`;
    return row;
  });
  refuseExpiredProvisional(account.provisionalUntil, context.clock());
  return account;
}

async function openSession(
  { clock, limits }: Needs,
  sql: Sql | Transaction,
  corporation: CorporationSession["corporation"],
  passwordChangeRequired: boolean,
): Promise<CorporationSession> {
  const token = newToken();
  const openedAt = clock();
  const expiresAt = new Date(openedAt.getTime() + limits.accessMinutes * 60_000);
  await sql`
    insert into corporation_sessions (token, corporation, opened_at, expires_at)
    values (${token.hash}, ${corporation.number}, ${openedAt}, ${expiresAt})`;
  return {
    token: token.text,
    expiresAt: expiresAt.toISOString(),
    corporation,
    passwordChangeRequired,
  };
}

/** All logins that the corporation's password opened. */
export async function endCorporationSessions(
  transaction: Transaction,
  corporation: string,
): Promise<void> {
  await transaction`delete from corporation_sessions where corporation = ${corporation}`;
}
