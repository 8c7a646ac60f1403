import type { Sql } from "../database/pool.ts";
import { goRound, type MailConfig, type Postman } from "./postman.ts";

/** So long a client is away before its office is told. */
const awayMilliseconds = 3_600_000;
const mailsAtOnce = 200;

/**
 * An office whose client has not been seen for an hour is told once that something has arrived, until the client is
 * seen again. The mail goes to the address of the office's latest application (利用申請) and holds no more than the
 * number of messages. Several processes send each mail once; one that dies between noting and sending it sends none.
 */
export function makePostman(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  return goRound(config, onError, {
    claim: claimDue,
    letter: ({ email, waiting }) => ({ to: email, ...letter(waiting, config.portalUrl) }),
    // The next look finds the office again.
    giveBack: ({ office }) =>
      sql`update office_presence set mailed_at = null where office = ${office}`,
  });

  /** Noted before it is sent, so that of several processes one sends it. */
  async function claimDue(): Promise<{ office: string; email: string; waiting: number }[]> {
    const now = clock();
    const away = new Date(now.getTime() - awayMilliseconds);
    return sql`
      with due as materialized (
        select o.number as office, contact.email, arrived.waiting
        from offices o
        left join office_presence p on p.office = o.number
        cross join lateral (
          select a.email from licences l join applications a on a.application_number = l.application_number
          where l.office = o.number order by l.applied_at desc limit 1
        ) as contact
        cross join lateral (
          select count(*) as waiting from messages m
          where m.to_office = o.number and m.offered_at is null and m.downloaded_at is null
            and m.opened_at is null and m.refused_at is null and m.cancelled_at is null and m.expired_at is null
        ) as arrived
        where (p.seen_at is null or p.seen_at <= ${away})
          and (p.mailed_at is null or p.mailed_at < p.seen_at) and arrived.waiting > 0
        order by o.number limit ${mailsAtOnce}
      ),
      claimed as (
        insert into office_presence as p (office, mailed_at) select office, ${now}::timestamptz from due
        on conflict (office) do update set mailed_at = excluded.mailed_at
        where p.mailed_at is null or p.mailed_at < p.seen_at
        returning office
      )
      select due.* from due join claimed using (office)`;
  }
}

function letter(waiting: number, portalUrl: string): { subject: string; text: string } {
  return {
    subject: "【ケアプランデータ連携】データが届いています",
    text: [
      `まだ受け取られていないデータが ${waiting} 件届いています。`,
      "",
      "アプリを入れた端末を起動してログインし、受け取ってください。",
      "差出人や内容は、このメールには書かれていません。アプリの受信一覧でご確認ください。",
      "",
      `利用状況の確認: ${portalUrl}`,
      "",
      "このメールは、受け取るまでに1度だけお送りしています。返信はできません。",
      "",
    ].join("\n"),
  };
}
