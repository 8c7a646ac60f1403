import { type InquirySubject, inquirySubjects } from "@tsunagi/contract/exchange";
import type { Sql } from "../database/pool.ts";
import { goRound, type MailConfig, type Postman } from "../notices/postman.ts";

const mailsAtOnce = 50;

interface Due {
  readonly id: number;
  readonly kind: "received" | "arrived" | "answered";
  readonly number: string;
  readonly subject: InquirySubject;
  readonly email: string;
  readonly answer: string | null;
}

/**
 * Sends what is to be told about inquiries: to the asker that it was received and that it is answered, to the help
 * desk that it arrived. Several processes send each mail once; one that dies between noting and sending it sends none.
 * The mail to the help desk holds the number alone.
 */
export function makeInquiryPostman(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  const { portalUrl, helpDesk } = config;
  const page = new URL("../site/#/inquiry/state", portalUrl).href;
  return goRound(config, onError, {
    claim: claimDue,
    letter(due) {
      const to = due.kind === "arrived" ? helpDesk : due.email;
      return to === undefined ? undefined : { to, ...letter(due, page) };
    },
    giveBack: ({ id }) => sql`update inquiry_mails set done_at = null where id = ${id}`,
  });

  async function claimDue(): Promise<Due[]> {
    return sql<Due[]>`
      with due as (
        select id from inquiry_mails where done_at is null
        order by id limit ${mailsAtOnce} for update skip locked
      ),
      claimed as (
        update inquiry_mails m set done_at = ${clock()} from due where m.id = due.id
        returning m.id, m.kind, m.inquiry, m.answer
      )
      select c.id, c.kind, i.number, i.subject, i.email, a.text as answer
      from claimed c join inquiries i on i.number = c.inquiry
      left join inquiry_answers a on a.id = c.answer order by c.id`;
  }
}

function letter(
  { kind, number, subject, answer }: Due,
  page: string,
): { subject: string; text: string } {
  const head = "【ケアプランデータ連携】";
  if (kind === "arrived") {
    return {
      subject: `${head}お問い合わせが届きました (${number})`,
      text: [
        `受付番号 ${number} (${inquirySubjects[subject]}) のお問い合わせが届きました。`,
        "",
        `内容を見るには: tsunagi-center inquiry show ${number}`,
        `回答するには:   tsunagi-center inquiry answer ${number}`,
        "",
      ].join("\n"),
    };
  }
  const foot = [
    "",
    `状態と回答は、受付番号とこのメールアドレスで見られます: ${page}`,
    "",
    "このメールに返信はできません。",
    "",
  ];
  if (kind === "received") {
    const asked = ["お問い合わせを受け付けました。", "", `受付番号: ${number}`];
    const about = `内容の種類: ${inquirySubjects[subject]}`;
    const unknown = "お心当たりがないときは、このメールを消してください。";
    return {
      subject: `${head}お問い合わせを受け付けました (${number})`,
      text: [
        ...asked,
        about,
        "",
        "回答は、このメールアドレスにお送りします。",
        unknown,
        ...foot,
      ].join("\n"),
    };
  }
  return {
    subject: `${head}お問い合わせへの回答 (${number})`,
    text: [`受付番号 ${number} のお問い合わせに、お答えします。`, "", answer ?? "", ...foot].join(
      "\n",
    ),
  };
}
