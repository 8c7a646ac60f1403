import type { CodeSent } from "@tsunagi/contract/exchange";
import type { Context } from "../../context.ts";
import { Refusal } from "../../errors.ts";
import { mailBell } from "../../notices/postman.ts";

/** What a code by mail is for: letting in, or showing that an address is read by the office. */
export type Purpose = "login" | "address";

type Needs = Pick<Context, "sql" | "clock" | "limits" | "bell" | "sendsMail">;

/**
 * Has a code mailed to an address; the postman makes it. One that was asked for before is not good any more.
 *
 * @param hasty what becomes of asking again too early: `refuse`, or `keep` the code that is on its way to the same address
 * @throws Refusal `mail-unavailable`, `too-many-requests`
 */
export async function askMailedCode(
  { sql, clock, limits, bell, sendsMail }: Needs,
  to: { readonly office: string; readonly purpose: Purpose; readonly email: string },
  hasty: "refuse" | "keep",
): Promise<CodeSent> {
  if (!sendsMail) throw new Refusal("mail-unavailable");
  const { office, purpose, email } = to;
  const now = clock();
  const latest = new Date(now.getTime() - limits.codeSeconds * 1000);
  const asked = await sql`
    insert into mailed_codes as c (office, purpose, email, asked_at)
    values (${office}, ${purpose}, ${email}, ${now})
    on conflict (office, purpose) do update
      set email = excluded.email, asked_at = excluded.asked_at, mailed_at = null, code = null, expires_at = null
      where c.asked_at <= ${latest}
    returning 1`;
  if (asked.length === 1) bell.ring(mailBell);
  const wait = asked.length === 1 ? limits.codeSeconds : await secondsLeft();
  if (asked.length === 0 && hasty === "refuse") {
    throw new Refusal("too-many-requests", { retryAfterSeconds: wait });
  }
  return {
    way: "mail",
    to: hideMost(email),
    minutes: limits.codeMinutes,
    againAfterSeconds: wait,
  };

  async function secondsLeft(): Promise<number> {
    const [row] = await sql<{ askedAt: Date }[]>`
      select asked_at as "askedAt" from mailed_codes where office = ${office} and purpose = ${purpose}`;
    const end = (row?.askedAt ?? now).getTime() + limits.codeSeconds * 1000;
    return Math.max(1, Math.ceil((end - now.getTime()) / 1000));
  }
}

/**
 * Uses a code up, if it is the one that was mailed last and not past its end.
 * @returns the address that it was mailed to
 */
export async function useMailedCode(
  { sql, clock, secrets }: Pick<Context, "sql" | "clock" | "secrets">,
  { office, purpose }: { readonly office: string; readonly purpose: Purpose },
  code: string,
): Promise<string | undefined> {
  // The row stays, so that the next mail waits for its time.
  const [used] = await sql<{ email: string }[]>`
    update mailed_codes set code = null
    where office = ${office} and purpose = ${purpose} and expires_at > ${clock()}
      and code = ${secrets.mac(ownerOf(office, purpose), code)}
    returning email`;
  return used?.email;
}

/** Whose a code is, for its HMAC. */
export function ownerOf(office: string, purpose: Purpose | "recovery"): string {
  return `${purpose}:${office}`;
}

/** `h***@example.jp`: enough to know which mailbox to open. */
function hideMost(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}
