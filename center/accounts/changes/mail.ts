import type { Context } from "../../context.ts";
import { goRound, type MailConfig, type Postman } from "../../notices/postman.ts";
import type { Change } from "./tell-office.ts";

const mailsAtOnce = 50;

interface Due {
  readonly id: number;
  readonly kind: Change;
  readonly email: string;
  readonly at: Date;
}

/** Mails what was changed of office accounts. Several processes send each mail once. */
export function makeChangePostman(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  return goRound(config, onError, {
    claim: () => sql<Due[]>`
      with due as materialized (
        select id from account_mails where mailed_at is null
        order by id limit ${mailsAtOnce} for update skip locked
      )
      update account_mails m set mailed_at = ${clock()} from due where m.id = due.id
      returning m.id, m.kind, m.email, m.at`,
    letter: ({ kind, email, at }) => ({ to: email, ...letter(kind, at, config.portalUrl) }),
    giveBack: ({ id }) => sql`update account_mails set mailed_at = null where id = ${id}`,
  });
}

const sentences: Readonly<Record<Change, string>> = {
  "password-changed": "事業所ユーザのパスワードが変更されました。",
  "password-recovered": "メールのリンクから、事業所ユーザの新しいパスワードが決められました。",
  "account-reissued": "事業所ユーザのパスワードを発行し直し、通知書を作りました。",
  "security-address-set": "セキュリティ用メールアドレスが設定されました。",
  "security-address-removed": "セキュリティ用メールアドレスが外されました。",
  "authenticator-set": "2段階認証の認証アプリが設定されました。",
  "authenticator-removed": "2段階認証の認証アプリが外されました。",
  "recovery-codes-renewed": "2段階認証の回復コードが作り直されました。",
  "recovery-code-used": "回復コードを使ったログインがありました。",
  "second-factor-cleared": "申し出により、2段階認証を解除しました。",
};

function letter(kind: Change, at: Date, portalUrl: string): { subject: string; text: string } {
  return {
    subject: "【ケアプランデータ連携】アカウントの変更のお知らせ",
    text: [
      sentences[kind],
      "",
      `日時: ${times.format(at)}`,
      "",
      "心当たりがないときは、だれかがパスワードを知っているおそれがあります。すぐに次の画面でパスワードを変更し、ヘルプデスクへご連絡ください。ログインできないときは、「IDやパスワードが分からないとき」から新しいパスワードを決められます。",
      "",
      portalUrl,
      "",
      "心当たりがあるときは、何もする必要はありません。このメールに返信はできません。",
      "",
    ].join("\n"),
  };
}

const times = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Asia/Tokyo",
});
