import type { Context } from "../../context.ts";
import type { Sql, Transaction } from "../../database/pool.ts";
import { hashToken, newToken } from "../tokens.ts";

/** Lets a browser in without a code for as long as the limits say. */
export async function rememberBrowser(
  { sql, clock, limits }: Pick<Context, "sql" | "clock" | "limits">,
  office: string,
): Promise<{ readonly browser: string; readonly until: string }> {
  const token = newToken();
  const until = new Date(clock().getTime() + limits.browserDays * 86_400_000);
  await sql`
    insert into remembered_browsers (token, office, expires_at)
    values (${token.hash}, ${office}, ${until})`;
  return { browser: token.text, until: until.toISOString() };
}

export async function isRemembered(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  office: string,
  browser: string,
): Promise<boolean> {
  const rows = await sql`
    select 1 from remembered_browsers
    where token = ${hashToken(browser)} and office = ${office} and expires_at > ${clock()}`;
  return rows.length === 1;
}

export async function forgetBrowsers(sql: Sql | Transaction, office: string): Promise<void> {
  await sql`delete from remembered_browsers where office = ${office}`;
}
