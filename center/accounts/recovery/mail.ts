import type { Sql } from "../../database/pool.ts";
import { goRound, type MailConfig, type Postman } from "../../notices/postman.ts";
import { newToken } from "../tokens.ts";
import { addressOf } from "./address.ts";

const mailsAtOnce = 50;
const dayMilliseconds = 86_400_000;
/** So many days a link serves. */
const linkDays = { lost: 3, issued: 14 } as const;

interface Due {
  readonly id: number;
  readonly kind: keyof typeof linkDays;
  readonly email: string;
}

/**
 * Mails links to offices that lost their ID or password, or are new: to the address of the latest application (利用申請),
 * else to that of the register. Those without an address wait for the operator (`office requests`). The link's token is
 * made as it is mailed, and only its hash is kept. Several processes send each mail once.
 */
export function makeRecoveryPostman(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  return goRound(config, onError, {
    claim: claimDue,
    async letter({ id, kind, email }) {
      const token = newToken();
      const until = new Date(clock().getTime() + linkDays[kind] * dayMilliseconds);
      await sql`
        update recoveries set token = ${token.hash}, expires_at = ${until} where id = ${id}`;
      const link = new URL(`#/recover/${token.text}`, config.portalUrl).href;
      return { to: email, ...letter(kind, link) };
    },
    giveBack: ({ id }) => sql`
      update recoveries set mailed_at = null, token = null, expires_at = null where id = ${id}`,
  });

  /** Noted before it is sent, so that of several processes one sends it. */
  async function claimDue(): Promise<Due[]> {
    return sql<Due[]>`
      with due as materialized (
        select r.id, address.email from recoveries r
        join offices o on o.number = r.office
        cross join lateral (${addressOf(sql)}) as address
        where r.mailed_at is null and r.done_at is null and address.email is not null
        order by r.id limit ${mailsAtOnce} for update of r skip locked
      )
      update recoveries r set mailed_at = ${clock()} from due where r.id = due.id
      returning r.id, r.kind, due.email`;
  }
}

function letter(kind: Due["kind"], link: string): { subject: string; text: string } {
  const days = linkDays[kind];
  const lines =
    kind === "lost"
      ? [
          "IDとパスワードの確認の申し込みを受け付けました。",
          "",
          "次のリンクを開くと、事業所ユーザIDが表示され、新しいパスワードを決められます。",
        ]
      : [
          "ケアプランデータ連携システムで使う、事業所ユーザIDを発行しました。",
          "",
          "次のリンクを開くと、事業所ユーザIDが表示され、パスワードを決められます。",
        ];
  return {
    subject:
      kind === "lost"
        ? "【ケアプランデータ連携】IDとパスワードの確認"
        : "【ケアプランデータ連携】IDのお知らせ",
    text: [
      ...lines,
      "",
      link,
      "",
      `リンクは${days}日間、1度だけ使えます。ほかの人に送らないでください。`,
      "お心当たりがないときは、何もせずにこのメールを消してください。パスワードは変わりません。",
      "",
      "このメールに返信はできません。",
      "",
    ].join("\n"),
  };
}
