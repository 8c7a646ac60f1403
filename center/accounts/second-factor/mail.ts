import { randomInt } from "node:crypto";
import type { Context } from "../../context.ts";
import { goRound, type MailConfig, type Postman } from "../../notices/postman.ts";
import { ownerOf, type Purpose } from "./mailed-codes.ts";

const mailsAtOnce = 50;

interface Due {
  readonly office: string;
  readonly purpose: Purpose;
  readonly email: string;
}

/**
 * Mails the codes that were asked for: made as they are mailed, and only their HMAC is kept. One that the mail server
 * did not take within the time a code serves is not mailed any more. Several processes send each mail once.
 */
export function makeCodePostman(
  { sql, clock, secrets, limits }: Pick<Context, "sql" | "clock" | "secrets" | "limits">,
  config: MailConfig,
  onError: (error: unknown) => void,
): Postman {
  const life = limits.codeMinutes * 60_000;
  return goRound(config, onError, {
    claim: claimDue,
    async letter({ office, purpose, email }) {
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      const until = new Date(clock().getTime() + life);
      await sql`
        update mailed_codes
        set code = ${secrets.mac(ownerOf(office, purpose), code)}, expires_at = ${until}
        where office = ${office} and purpose = ${purpose} and email = ${email} and mailed_at is not null`;
      return { to: email, ...letter(purpose, code, limits.codeMinutes) };
    },
    giveBack: ({ office, purpose }) => sql`
      update mailed_codes set mailed_at = null, code = null, expires_at = null
      where office = ${office} and purpose = ${purpose}`,
  });

  /** Noted before it is sent, so that of several processes one sends it. */
  async function claimDue(): Promise<Due[]> {
    const now = clock();
    return sql<Due[]>`
      with due as materialized (
        select office, purpose from mailed_codes
        where mailed_at is null and asked_at > ${new Date(now.getTime() - life)}
        order by asked_at limit ${mailsAtOnce} for update skip locked
      )
      update mailed_codes c set mailed_at = ${now} from due
      where c.office = due.office and c.purpose = due.purpose
      returning c.office, c.purpose, c.email`;
  }
}

const purposes: Readonly<Record<Purpose, string>> = {
  login: "利用状況Webサイトにログインするためのコードです。",
  address: "このメールアドレスを、セキュリティ用メールアドレスにするためのコードです。",
};

function letter(
  purpose: Purpose,
  code: string,
  minutes: number,
): { subject: string; text: string } {
  return {
    // Without the code: subjects stand on locked screens and in the logs of mail servers.
    subject: "【ケアプランデータ連携】確認コードのお知らせ",
    text: [
      purposes[purpose],
      "",
      `    ${code}`,
      "",
      `${minutes}分のうちに、開いている画面に入力してください。コードは1度だけ使えます。`,
      "このコードを、電話やメールでおたずねすることはありません。だれにも教えないでください。",
      "",
      ...(purpose === "login"
        ? [
            "お心当たりがないときは、だれかがパスワードを知っています。すぐにパスワードを変更してください。",
          ]
        : ["お心当たりがないときは、何もせずにこのメールを消してください。"]),
      "",
      "このメールに返信はできません。",
      "",
    ].join("\n"),
  };
}
