import { certificateWarningDays } from "@tsunagi/contract/exchange";
import type { Sql } from "../database/pool.ts";
import { goRound, type MailConfig, type Postman } from "../notices/postman.ts";

const mailsAtOnce = 200;
const dayMilliseconds = 86_400_000;

interface Due {
  readonly serial: string;
  readonly days: number;
  readonly notAfter: Date;
  readonly email: string;
}

/**
 * Tells offices by e-mail that their certificate (電子証明書) ends in 90, 60, 30 and 7 days: each once, to the address of
 * the latest application, and none any more once it is renewed. Where a day was missed, only the nearest is told.
 * Several processes send each mail once; one that dies between noting and sending it sends none.
 */
export function makeCertificatePostman(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  return goRound(config, onError, {
    claim: claimDue,
    letter: (due) => ({ to: due.email, ...letter(due, config.portalUrl, clock()) }),
    // The next look finds the certificate again.
    giveBack: ({ serial, days }) => sql`
      delete from certificate_warnings where serial = ${serial} and days = ${days}`,
  });

  /** Noted before it is sent, so that of several processes one sends it. */
  async function claimDue(): Promise<Due[]> {
    const now = clock();
    return sql<Due[]>`
      with due as materialized (
        select c.serial, reached.days, c.not_after as "notAfter", contact.email
        from certificates c
        cross join lateral (
          select min(days) as days from unnest(${[...certificateWarningDays]}::integer[]) as days
          where c.not_after <= ${now}::timestamptz + make_interval(days => days)
        ) as reached
        cross join lateral (
          select a.email from licences l join applications a on a.application_number = l.application_number
          where l.office = c.office order by l.applied_at desc limit 1
        ) as contact
        where c.revoked_at is null and c.not_after > ${now} and reached.days is not null
          and c.not_after <= ${now}::timestamptz + make_interval(days => ${Math.max(...certificateWarningDays)})
          and not exists (
            select from certificates n
            where n.office = c.office and n.revoked_at is null and n.not_after > c.not_after
          )
          and not exists (
            select from certificate_warnings w where w.serial = c.serial and w.days <= reached.days
          )
        order by c.not_after, c.serial limit ${mailsAtOnce}
      ),
      claimed as (
        insert into certificate_warnings (serial, days, at) select serial, days, ${now}::timestamptz from due
        on conflict do nothing
        returning serial
      )
      select due.* from due join claimed using (serial)`;
  }
}

function letter(
  { notAfter }: Due,
  portalUrl: string,
  now: Date,
): { subject: string; text: string } {
  const left = Math.ceil((notAfter.getTime() - now.getTime()) / dayMilliseconds);
  const until = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
    dateStyle: "long",
    timeZone: "Asia/Tokyo",
  }).format(notAfter);
  return {
    subject: `【ケアプランデータ連携】電子証明書の期限まであと${left}日です`,
    text: [
      `事業所の電子証明書の有効期限は ${until} です (あと${left}日)。`,
      "期限を過ぎると、送受信ができなくなります。",
      "",
      "アプリを入れた端末を起動してログインすると、自動で更新されます。",
      "更新されないときは、アプリの画面の上のお知らせから更新してください。",
      "",
      `電子証明書の確認: ${portalUrl}`,
      "",
      "このメールは、期限の90日前、60日前、30日前、7日前にお送りしています。更新が済むと届きません。返信はできません。",
      "",
    ].join("\n"),
  };
}
