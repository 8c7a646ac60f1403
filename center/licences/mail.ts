import type { Sql } from "../database/pool.ts";
import { goRound, type MailConfig, type Postman } from "../notices/postman.ts";

const mailsAtOnce = 50;

interface Due {
  readonly id: number;
  readonly kind: "applied" | "renewed" | "terms-due" | "lapsed";
  readonly email: string;
  readonly applicationNumber: string;
  readonly from: string;
  readonly until: string;
  readonly feeYen: number;
  readonly deductionMonth: string;
}

/**
 * Tells the contact of the application (利用申請) that it is complete, that a year was added, and that a new edition of
 * the terms waits or was not accepted. Several processes send each mail once; one that dies between noting and sending
 * it sends none.
 */
export function makeLicencePostman(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  return goRound(config, onError, {
    claim: claimDue,
    letter: (due) => ({ to: due.email, ...letter(due, config.portalUrl) }),
    giveBack: ({ id }) => sql`update licence_mails set done_at = null where id = ${id}`,
  });

  async function claimDue(): Promise<Due[]> {
    return sql<Due[]>`
      with due as (
        select id from licence_mails where done_at is null
        order by id limit ${mailsAtOnce} for update skip locked
      ),
      claimed as (
        update licence_mails m set done_at = ${clock()} from due where m.id = due.id
        returning m.id, m.kind, m.office, m.valid_from
      )
      select c.id, c.kind, a.email, l.application_number as "applicationNumber", l.valid_from as "from",
             l.valid_until as "until", l.fee_yen as "feeYen", l.deduction_month as "deductionMonth"
      from claimed c
      join licences l using (office, valid_from)
      join applications a on a.application_number = l.application_number
      order by c.id`;
  }
}

const titles = {
  applied: "利用申請が完了しました",
  renewed: "利用期間を1年更新しました",
  "terms-due": "更新の前に、新しい利用規約への同意が要ります",
  lapsed: "利用期間が終わりました",
} as const;

function letter(due: Due, portalUrl: string): { subject: string; text: string } {
  return {
    subject: `【ケアプランデータ連携】${titles[due.kind]}`,
    text: [
      ...bodyOf(due),
      "",
      `利用状況の確認: ${portalUrl}`,
      "",
      "このメールに返信はできません。",
      "",
    ].join("\n"),
  };
}

function bodyOf({ kind, applicationNumber, from, until, feeYen, deductionMonth }: Due): string[] {
  if (kind === "terms-due") {
    return [
      `利用期間は ${until} に終わり、自動で更新されます。`,
      "利用規約が新しくなったため、それまでに利用状況Webサイトの「ライセンス」で同意してください。",
      "同意がないと更新されず、送信ができなくなります。",
    ];
  }
  if (kind === "lapsed") {
    return [
      `新しい利用規約への同意がなかったため、利用期間は更新されず、${until} に終わりました。`,
      "送信はできません。届いているデータは、そのあと30日間受け取れます。",
      "続けて使うには、利用状況Webサイトで利用申請をしてください。",
    ];
  }
  const payment =
    feeYen === 0
      ? "利用料       0円 (お支払いはありません)"
      : `利用料       ${feeYen.toLocaleString("ja-JP")}円 (税込)。${deductionMonth} に支払われる介護給付費から差し引かれる見込みです`;
  return [
    kind === "applied" ? "利用申請が完了しました。" : "利用期間を1年更新しました。",
    "",
    `申請番号     ${applicationNumber}`,
    `利用期間     ${from} から ${until} まで`,
    payment,
    "",
    "申請や更新の取消しはできません。",
  ];
}
