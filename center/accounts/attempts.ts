import { createHash } from "node:crypto";
import type { ErrorCode } from "@tsunagi/contract";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { verifyPassword } from "./passwords.ts";

/** What a password or a code (of the second factor) was given for: an account of a kind, under the name as typed. */
export interface Whose {
  readonly kind: "office" | "corporation" | "person" | "issue" | "code";
  readonly name: string;
}

export interface Attempt extends Whose {
  readonly password: string;
}

/** What was given, judged: `passed` is undefined where it was wrong. */
export interface Judged<T> {
  readonly passed: T | undefined;
  /** Whether there is such an account. */
  readonly known: boolean;
}

type Needs = Pick<Context, "sql" | "clock" | "limits">;

/**
 * Lets pass who knows the password. A name that nobody has is counted, locked and timed like any other.
 *
 * @param find the account and its hash, or undefined when there is none
 * @throws Refusal `login-locked`, `login-wrong` (of the issue password: `issue-password-wrong`)
 */
export async function requirePassword<T extends { readonly passwordHash: string }>(
  context: Needs,
  attempt: Attempt,
  find: () => Promise<T | undefined>,
): Promise<T> {
  return requireRight(context, attempt, async () => {
    const found = await find();
    const right = await verifyPassword(attempt.password, found?.passwordHash);
    return { passed: right ? found : undefined, known: found !== undefined };
  });
}

/**
 * Lets pass what is right, and locks the account after as many wrong ones as the limits allow.
 *
 * Guesses that run side by side gain nothing: a right one counts only while the account is not locked when its
 * outcome is written down.
 *
 * @throws Refusal `login-locked`, `login-wrong`, or those of its kind
 */
export async function requireRight<T>(
  context: Needs,
  whose: Whose,
  judge: () => Promise<Judged<T>>,
): Promise<T> {
  const account = accountOf(whose);
  const { locked } = codesOf(whose);
  if (await isLocked(context.sql, account, context.clock())) throw new Refusal(locked);
  const { passed, known } = await judge();
  if (passed === undefined) throw await countFailure(context, account, whose, known);
  if (await clearUnlessLocked(context.sql, account, context.clock())) return passed;
  throw new Refusal(locked);
}

function codesOf({ kind }: Whose): { readonly wrong: ErrorCode; readonly locked: ErrorCode } {
  if (kind === "code") return { wrong: "code-wrong", locked: "code-locked" };
  return {
    wrong: kind === "issue" ? "issue-password-wrong" : "login-wrong",
    locked: "login-locked",
  };
}

/** Who proves otherwise that the account is theirs is not locked out of it. */
export async function forgetFailures(transaction: Transaction, whose: Whose): Promise<void> {
  await transaction`delete from login_failures where account = ${accountOf(whose)}`;
}

function accountOf({ kind, name }: Whose): Uint8Array {
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
  { sql, clock, limits }: Needs,
  account: Uint8Array,
  whose: Whose,
  known: boolean,
): Promise<Refusal> {
  const { kind, name } = whose;
  const most = kind === "code" ? limits.codeAttempts : limits.loginAttempts;
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
    const reached = row.failures >= most;
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
  const codes = codesOf(whose);
  return new Refusal(locked ? codes.locked : codes.wrong);
}
