import type { CodeSent, Security } from "@tsunagi/contract/exchange";
import { recordAct } from "../../audit/record.ts";
import type { Context } from "../../context.ts";
import type { Sql, Transaction } from "../../database/pool.ts";
import { Refusal } from "../../errors.ts";
import { requireRight } from "../attempts.ts";
import { tellOffice } from "../changes/tell-office.ts";
import { useAppCode } from "./authenticators.ts";
import { isRemembered } from "./browsers.ts";
import { askMailedCode, useMailedCode } from "./mailed-codes.ts";
import { useRecoveryCode } from "./recovery-codes.ts";

/** Whose second factor it is. */
export interface Holder {
  readonly office: string;
  readonly officeId: string;
}

type Needs = Pick<Context, "sql" | "clock" | "limits" | "bell" | "secrets" | "sendsMail">;

/** What the office account is asked for besides its password. An app goes before a mail address. */
export type Factor =
  | { readonly way: "none" }
  | { readonly way: "mail"; readonly email: string }
  | { readonly way: "app" };

export async function factorOf(sql: Sql, office: string): Promise<Factor> {
  const [row] = await sql<[{ app: boolean; email: string | null }]>`
    select exists (select 1 from authenticators where office = ${office}) as app,
           (select email from security_addresses where office = ${office}) as email`;
  if (row.app) return { way: "app" };
  return row.email === null ? { way: "none" } : { way: "mail", email: row.email };
}

/**
 * Lets an office account pass that has shown its password, where it has no second factor, comes from a browser that is
 * remembered, or gives a code.
 *
 * @throws Refusal `code-required`, `code-wrong`, `code-locked`
 */
export async function requireSecondFactor(
  context: Needs,
  holder: Holder,
  shown: { readonly code?: string; readonly browser?: string },
): Promise<void> {
  const factor = await factorOf(context.sql, holder.office);
  if (factor.way === "none") return;
  const { browser, code } = shown;
  if (browser !== undefined && (await isRemembered(context, holder.office, browser))) return;
  if (code === undefined) throw new Refusal("code-required");
  const typed = normal(code);
  await requireCode(context, holder, async () => {
    if (!/^[0-9]{6}$/.test(typed)) return letInByRecovery(context, holder, typed);
    if (factor.way === "app") return (await useAppCode(context, holder.office, typed)) || undefined;
    return useMailedCode(context, { office: holder.office, purpose: "login" }, typed);
  });
}

/**
 * Has a code mailed, where that is how the office account is let in.
 *
 * @throws Refusal `code-not-needed`, `mail-unavailable`
 */
export async function askLoginCode(context: Needs, office: string): Promise<CodeSent> {
  const factor = await factorOf(context.sql, office);
  if (factor.way === "none") throw new Refusal("code-not-needed");
  if (factor.way === "app") return { way: "app", to: null, minutes: 0, againAfterSeconds: 0 };
  return askMailedCode(context, { office, purpose: "login", email: factor.email }, "keep");
}

/**
 * Counts wrong codes of an office account, whatever they are for, and locks after as many as the limits allow.
 *
 * @throws Refusal `code-wrong`, `code-locked`
 */
export async function requireCode<T>(
  context: Needs,
  { officeId }: Holder,
  judge: () => Promise<T | undefined>,
): Promise<T> {
  return requireRight(context, { kind: "code", name: officeId }, async () => ({
    passed: await judge(),
    known: true,
  }));
}

async function letInByRecovery(
  context: Needs,
  { office, officeId }: Holder,
  typed: string,
): Promise<true | undefined> {
  const { sql, clock } = context;
  return sql.begin(async (transaction) => {
    if (!(await useRecoveryCode(context, transaction, office, typed))) return undefined;
    await tellOffice(transaction, { office, change: "recovery-code-used", at: clock() });
    const act = "recovery-code-used";
    await recordAct(transaction, { at: clock(), act, office, subject: officeId });
    return true as const;
  });
}

/** A code as people type it: full-width, with blanks or hyphens of any kind. */
export function normal(code: string): string {
  return code
    .normalize("NFKC")
    .replace(/[-‐‑‒–—―−ー\s]/g, "")
    .toLowerCase();
}

export async function securityOf(
  { sql, clock, sendsMail }: Pick<Context, "sql" | "clock" | "sendsMail">,
  office: string,
): Promise<Security> {
  const [row] = await sql<
    [{ email: string | null; appSince: Date | null; recoveryCodes: number; browsers: number }]
  >`
    select (select email from security_addresses where office = ${office}) as email,
           (select since from authenticators where office = ${office}) as "appSince",
           (select count(*)::int from recovery_codes where office = ${office}) as "recoveryCodes",
           (select count(*)::int from remembered_browsers
            where office = ${office} and expires_at > ${clock()}) as browsers`;
  const { email, appSince } = row;
  const without = email === null ? "none" : "mail";
  return {
    ...row,
    way: appSince === null ? without : "app",
    appSince: appSince?.toISOString() ?? null,
    sendsMail,
  };
}

/** Takes the second factor off, with all that belongs to it. */
export async function clearSecondFactor(transaction: Transaction, office: string): Promise<void> {
  for (const table of [
    "security_addresses",
    "mailed_codes",
    "authenticators",
    "offered_authenticators",
    "recovery_codes",
    "remembered_browsers",
  ]) {
    await transaction`delete from ${transaction(table)} where office = ${office}`;
  }
}
