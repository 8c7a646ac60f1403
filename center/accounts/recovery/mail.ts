import type { Sql } from "../../database/pool.ts";
import { goRound, type MailConfig, type Postman } from "../../notices/postman.ts";
import { newToken } from "../tokens.ts";
import { addressOf } from "./address.ts";

const mailsAtOnce = 50;
const dayMilliseconds = 86_400_000;
/** So many days a link serves. */
const linkDays = { lost: 3, issued: 14, invited: 7 } as const;

interface Due {
  readonly id: number;
  readonly kind: keyof typeof linkDays;
  readonly officeName: string;
  readonly email: string;
}

/**
 * Mails links to offices that lost their ID or password, or are new: to the address of the latest application (利用申請),
 * else to that of the register. Those without an address wait for the operator (`office requests`). Persons who are
 * invited get theirs at the address that was typed for it, which is forgotten as soon as the mail server has answered.
 * The link's token is made as it is mailed, and only its hash is kept. Several processes send each mail once.
 */
export function makeRecoveryPostman(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  return goRound(config, onError, {
    claim: claimDue,
    async letter({ id, kind, officeName, email }) {
      const token = newToken();
      const until = new Date(clock().getTime() + linkDays[kind] * dayMilliseconds);
      await sql`
        update recoveries set token = ${token.hash}, expires_at = ${until} where id = ${id}`;
      const page = kind === "invited" ? "invitation" : "recover";
      const link = new URL(`#/${page}/${token.text}`, config.portalUrl).href;
      const written = kind === "invited" ? invitation(officeName, link) : letter(kind, link);
      return { to: email, ...written };
    },
    settle: ({ id }, taken) => sql`
      update recoveries set email = null, refused_at = ${taken ? null : clock()} where id = ${id}`,
    giveBack: ({ id }) => sql`
      update recoveries set mailed_at = null, token = null, expires_at = null where id = ${id}`,
  });

  /** Noted before it is sent, so that of several processes one sends it. */
  async function claimDue(): Promise<Due[]> {
    return sql<Due[]>`
      with due as materialized (
        select r.id, o.name, coalesce(r.email, address.email) as email from recoveries r
        join offices o on o.number = r.office
        cross join lateral (${addressOf(sql)}) as address
        where r.mailed_at is null and r.done_at is null and (r.person is null or r.email is not null)
          and coalesce(r.email, address.email) is not null
        order by r.id limit ${mailsAtOnce} for update of r skip locked
      )
      update recoveries r set mailed_at = ${clock()} from due where r.id = due.id
      returning r.id, r.kind, due.name as "officeName", due.email`;
  }
}

interface Written {
  readonly subject: string;
  readonly text: string;
}

function letter(kind: "lost" | "issued", link: string): Written {
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
    text: textOf(lines, link, linkDays[kind]),
  };
}

/** The person's name stays out of it: the address was typed, and may be somebody else's. */
function invitation(officeName: string, link: string): Written {
  const lines = [
    `${officeName}の管理者が、アプリ「つなぎ」を使うためのIDをあなたに用意しました。`,
    "",
    "次のリンクを開くと、あなたの個人ユーザIDが表示され、パスワードを決められます。",
  ];
  return {
    subject: "【ケアプランデータ連携】パスワードを決めてください",
    text: textOf(lines, link, linkDays.invited),
  };
}

function textOf(lines: readonly string[], link: string, days: number): string {
  return [
    ...lines,
    "",
    link,
    "",
    `リンクは${days}日間、1度だけ使えます。ほかの人に送らないでください。`,
    "お心当たりがないときは、何もせずにこのメールを消してください。パスワードは変わりません。",
    "",
    "このメールに返信はできません。",
    "",
  ].join("\n");
}
