import type { inquiryRoutes, NewInquiry } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { dayInTokyo } from "../licences/days.ts";
import type { Handlers } from "../server/handlers.ts";
import { findInquiry, keyOf, noteMail } from "./inquiries.ts";

const dayMilliseconds = 86_400_000;

/** お問い合わせ: taken with a number, and seen with number and address. */
export function inquiryHandlers({
  sql,
  clock,
  limits,
}: Pick<Context, "sql" | "clock" | "limits">): Handlers<typeof inquiryRoutes> {
  return {
    async inquire({ body }) {
      if (keyOf(body.email) !== keyOf(body.emailAgain)) throw new Refusal("email-mismatch");
      const at = clock();
      return sql.begin(async (transaction) => {
        await refuseTooMany(transaction, body.email, at);
        const number = await keep(transaction, body, at);
        await noteMail(transaction, { inquiry: number, kind: "received" });
        await noteMail(transaction, { inquiry: number, kind: "arrived" });
        return { number, at: at.toISOString() };
      });
    },

    async inquiry({ body }) {
      const found = await findInquiry(sql, body);
      if (!found) throw new Refusal("inquiry-unknown");
      return found;
    },
  };

  /** Each inquiry sends a mail to an address that somebody typed: nobody shall be flooded by it. */
  async function refuseTooMany(transaction: Transaction, email: string, at: Date): Promise<void> {
    const key = keyOf(email);
    // One inquiry of an address at a time.
    await transaction`select pg_advisory_xact_lock(7469, hashtext(${key}))`;
    const dayAgo = new Date(at.getTime() - dayMilliseconds);
    const [{ lately }] = await transaction<[{ lately: number }]>`
      select count(*) as lately from inquiries where email_key = ${key} and at > ${dayAgo}`;
    if (lately >= limits.inquiriesPerDay) throw new Refusal("inquiries-too-many");
  }
}

async function keep(
  transaction: Transaction,
  { name, organisation, officeNumber, email, subject, text }: NewInquiry,
  at: Date,
): Promise<string> {
  const [{ next }] = await transaction<[{ next: number }]>`
    select nextval('inquiry_numbers') as next`;
  const number = `Q${dayInTokyo(at).replaceAll("-", "")}-${String(next % 1_000_000).padStart(6, "0")}`;
  await transaction`
    insert into inquiries (number, at, subject, name, organisation, office_number, email, email_key, text)
    values (${number}, ${at}, ${subject}, ${name}, ${organisation ?? null}, ${officeNumber ?? null},
            ${email}, ${keyOf(email)}, ${text})`;
  return number;
}
