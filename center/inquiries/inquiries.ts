import type { Inquiry, InquirySubject } from "@tsunagi/contract/exchange";
import type { Sql, Transaction } from "../database/pool.ts";
import { CenterError } from "../errors.ts";

/** An inquiry as the operator sees it. */
export interface InquiryOfDesk {
  readonly number: string;
  readonly at: Date;
  readonly subject: InquirySubject;
  readonly name: string;
  readonly organisation: string | null;
  readonly officeNumber: string | null;
  readonly email: string;
  readonly text: string;
  readonly answeredAt: Date | null;
}

/** Those that wait for an answer, the oldest first; the latest hundred of all; or the one of a number. */
export async function listInquiries(
  sql: Sql,
  which: "open" | "all" | { readonly number: string },
): Promise<InquiryOfDesk[]> {
  const columns = sql`
    number, at, subject, name, organisation, office_number as "officeNumber", email, text,
    answered_at as "answeredAt"`;
  if (which === "open") {
    return sql`select ${columns} from inquiries where answered_at is null order by at, number`;
  }
  if (which === "all") {
    return sql`select ${columns} from inquiries order by at desc, number limit 100`;
  }
  return sql`select ${columns} from inquiries where number = ${which.number}`;
}

/**
 * Answers an inquiry; the mail to the asker goes out with the next round of the centre that runs.
 *
 * @throws CenterError `inquiry-unknown`, `input-invalid` when there is no text
 */
export async function answerInquiry(
  sql: Sql,
  { number, text, at }: { readonly number: string; readonly text: string; readonly at: Date },
): Promise<void> {
  if (text.trim() === "") throw new CenterError("input-invalid", "回答の文がありません");
  await sql.begin(async (transaction) => {
    const answered = await transaction`
      update inquiries set answered_at = ${at} where number = ${number}`;
    if (answered.count === 0) throw new CenterError("inquiry-unknown", number);
    const [{ id }] = await transaction<[{ id: number }]>`
      insert into inquiry_answers (inquiry, at, text) values (${number}, ${at}, ${text.trim()})
      returning id`;
    await noteMail(transaction, { inquiry: number, kind: "answered", answer: id });
  });
}

/** What the asker sees; undefined when number and address do not belong together. */
export async function findInquiry(
  sql: Sql,
  { number, email }: { readonly number: string; readonly email: string },
): Promise<Inquiry | undefined> {
  const [found] = await sql<{ at: Date; subject: InquirySubject; text: string }[]>`
    select at, subject, text from inquiries
    where number = ${number} and email_key = ${keyOf(email)}`;
  if (!found) return undefined;
  const answers = await sql<{ at: Date; text: string }[]>`
    select at, text from inquiry_answers where inquiry = ${number} order by id`;
  return {
    number,
    ...found,
    at: found.at.toISOString(),
    answers: answers.map(({ at, text }) => ({ at: at.toISOString(), text })),
  };
}

/** An address as it is compared. */
export function keyOf(email: string): string {
  return email.toLowerCase();
}

export async function noteMail(
  transaction: Transaction,
  mail: {
    readonly inquiry: string;
    readonly kind: "received" | "arrived" | "answered";
    readonly answer?: number;
  },
): Promise<void> {
  await transaction`
    insert into inquiry_mails (inquiry, kind, answer)
    values (${mail.inquiry}, ${mail.kind}, ${mail.answer ?? null})`;
}

/** How long an inquiry is kept: it holds a name and an address. */
const keptDays = { answered: 365, open: 730 } as const;

/** Removes what is past its time. */
export async function forgetInquiries(sql: Sql, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  await sql`
    delete from inquiries
    where answered_at < ${before(keptDays.answered)}
       or (answered_at is null and at < ${before(keptDays.open)})`;
}
