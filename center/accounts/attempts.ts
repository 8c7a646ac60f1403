import { createHash } from "node:crypto";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { verifyPassword } from "./passwords.ts";

/** What a password was given for: an account of a kind, under the name as it was typed. */
export interface Attempt {
  readonly kind: "office" | "corporation" | "person" | "issue";
  readonly name: string;
  readonly password: string;
}

/**
 * Lets pass who knows the password, and locks the account after as many wrong ones as the limits allow. A name that
 * nobody has is counted, locked and timed like any other.
 *
 * Guesses that run side by side gain nothing: a right one counts only while the account is not locked when its
 * outcome is written down.
 *
 * @param find the account and its hash, or undefined when there is none
 * @throws Refusal `login-locked`, `login-wrong` (of the issue password: `issue-password-wrong`)
 */
export async function requirePassword<T extends { readonly passwordHash: string }>(
  context: Pick<Context, "sql" | "clock" | "limits">,
  attempt: Attempt,
  find: () => Promise<T | undefined>,
): Promise<T> {
  const account = accountOf(attempt);
  if (await isLocked(context.sql, account, context.clock())) throw new Refusal("login-locked");
  const found = await find();
  const right = await verifyPassword(attempt.password, found?.passwordHash);
  if (!found || !right) throw await countFailure(context, account, attempt, found !== undefined);
  if (await clearUnlessLocked(context.sql, account, context.clock())) return found;
  throw new Refusal("login-locked");
}

/** Who proves otherwise that the account is theirs is not locked out of it. */
export async function forgetFailures(
  transaction: Transaction,
  whose: Pick<Attempt, "kind" | "name">,
): Promise<void> {
  await transaction`delete from login_failures where account = ${accountOf(whose)}`;
}

function accountOf({ kind, name }: Pick<Attempt, "kind" | "name">): Uint8Array {
  return createHash("sha256").update(`${kind}\n${name}`).digest();
}

/** @returns whether the account is not locked; then what was counted is forgotten */
async function clearUnlessLocked(sql: Sql, account: Uint8Array, now: Date): Promise<boolean> {
  const locked = await sql`
    with cleared as (
      delete from login_failures
      where account = ${account} and (locked_until is null or locked_until <= ${now})
    )
    select 1 from login_failures where account = ${account} and locked_until > ${now}`;
  return locked.length === 0;
}

async function isLocked(sql: Sql, account: Uint8Array, now: Date): Promise<boolean> {
  const rows = await sql`
    select 1 from login_failures where account = ${account} and locked_until > ${now}`;
  return rows.length > 0;
}

async function countFailure(
  { sql, clock, limits }: Pick<Context, "sql" | "clock" | "limits">,
  account: Uint8Array,
  { kind, name }: Attempt,
  known: boolean,
): Promise<Refusal> {
  const now = clock();
  const until = new Date(now.getTime() + limits.lockoutMinutes * 60_000);
  const locked = await sql.begin(async (transaction) => {
    // One that was locked starts anew; one that is locked stays as it is.
    const [row] = await transaction<{ failures: number }[]>`
      insert into login_failures as l (account, failures, last_at) values (${account}, 1, ${now})
      on conflict (account) do update
        set failures = case when l.locked_until is null then l.failures + 1 else 1 end,
            locked_until = null, last_at = ${now}
        where l.locked_until is null or l.locked_until <= ${now}
      returning failures`;
    if (!row) return true;
    const reached = row.failures >= limits.loginAttempts;
    if (reached) {
      await transaction`update login_failures set locked_until = ${until} where account = ${account}`;
    }
    await recordAct(transaction, {
      at: now,
      act: reached ? "login-locked" : "login-failed",
      // What was typed for a name that nobody has could be anything.
      subject: known ? `${kind}:${name}` : `${kind}:unknown`,
    });
    return reached;
  });
  if (locked) return new Refusal("login-locked");
  return new Refusal(kind === "issue" ? "issue-password-wrong" : "login-wrong");
}
