import type { Static } from "typebox";
import * as Type from "typebox";

/** What stands in the table for one error code. */
export interface ErrorEntry {
  readonly status: number;
  /** For the person at the desk: what is wrong and what to do. */
  readonly ja: string;
  /** For logs and engineers. */
  readonly en: string;
}

/** The error codes of the exchange. A code, once published, keeps its meaning. */
export const exchangeErrors = {
  "request-invalid": {
    status: 400,
    ja: "送られた内容に誤りがあります。項目ごとの説明をご確認ください。",
    en: "the request does not match the contract",
  },
  "not-found": {
    status: 404,
    ja: "お探しのものは見つかりませんでした。",
    en: "no such route or thing",
  },
  "too-many-requests": {
    status: 429,
    ja: "短い時間に操作が集中しています。しばらく待ってから、もう一度お試しください。",
    en: "rate limit reached",
  },
  "service-unavailable": {
    status: 503,
    ja: "センターが一時的に利用できません。データは失われていません。しばらくしてからもう一度お試しください。",
    en: "the database is not reachable or the centre is stopping",
  },
  internal: {
    status: 500,
    ja: "センターで予期しない問題が起きました。しばらくしても直らないときは、ヘルプデスクへご連絡ください。",
    en: "unexpected failure",
  },

  "certificate-missing": {
    status: 401,
    ja: "電子証明書が示されていません。この端末に電子証明書を入れてから、もう一度お試しください。",
    en: "the route needs a TLS client certificate",
  },
  "certificate-foreign": {
    status: 403,
    ja: "この電子証明書は、このセンターの「e-seikyu CA」が発行したものではありません。名前が同じでも、ほかのシステムの電子証明書は使えません。アプリの初期設定で、このセンターの電子証明書を申請してください。",
    en: "the client certificate was not issued by this authority",
  },
  "certificate-purpose": {
    status: 403,
    ja: "この電子証明書は、事業所のものではありません。代理人の電子証明書や、障害福祉サービスなどほかの制度の電子証明書は使えません。発行先が「KaigoJigyousho」または「CarePlanJigyousho」の電子証明書をお使いください。",
    en: "the client certificate is not an office's: an agent's, another service's or the centre's own",
  },
  "certificate-expired": {
    status: 403,
    ja: "電子証明書の有効期間が切れています。電子証明書の更新を申請してください。",
    en: "the client certificate is past its end",
  },
  "certificate-revoked": {
    status: 403,
    ja: "この電子証明書は失効しています。新しい電子証明書を申請してください。",
    en: "the client certificate is revoked",
  },
  "certificate-office-mismatch": {
    status: 403,
    ja: "電子証明書の事業所と、ログインした事業所が違います。この端末の事業所のIDでログインしてください。",
    en: "certificate and account or session belong to different offices",
  },
  "certificate-exists": {
    status: 409,
    ja: "有効な電子証明書がすでに発行されています。端末を入れ替えるときは、先に古い電子証明書を失効させてください。",
    en: "the office already holds a valid certificate",
  },
  "renewal-too-early": {
    status: 409,
    ja: "電子証明書の更新は、有効期限の90日前からできます。",
    en: "the certificate has more than the renewal days left",
  },
  "renewal-invalid": {
    status: 422,
    ja: "電子証明書の更新の申請を確かめられませんでした。パソコンの日付と時刻をご確認のうえ、もう一度お試しください。",
    en: "the renewal is not signed, in time, with the certificate that the client shows",
  },
  "issue-password-wrong": {
    status: 403,
    ja: "証明書発行用パスワードが違います。通知書の内容をご確認ください。",
    en: "wrong certificate-issue password",
  },
  "csr-invalid": {
    status: 422,
    ja: "電子証明書の申請データを読み取れませんでした。アプリを更新して、もう一度お試しください。",
    en: "the certificate request is broken, not self-signed, or not P-256",
  },

  "session-missing": { status: 401, ja: "ログインしてください。", en: "no bearer token" },
  "session-expired": {
    status: 401,
    ja: "ログインの有効時間が過ぎました。もう一度ログインしてください。",
    en: "the token is unknown, expired or ended",
  },
  "login-wrong": {
    status: 401,
    ja: "IDまたはパスワードが違います。続けて3回間違えると、30分間ログインできなくなります。",
    en: "unknown account or wrong password",
  },
  "login-locked": {
    status: 423,
    ja: "パスワードを続けて間違えたため、ログインを止めています。30分ほど待ってから、もう一度お試しください。",
    en: "the account is locked after wrong logins",
  },
  "agent-id-refused": {
    status: 403,
    ja: "HDから始まるIDは代理請求用のため使えません。KJから始まる14桁のIDをお使いください。",
    en: "ids of claims agents are not accepted",
  },
  "password-change-required": {
    status: 403,
    ja: "仮パスワードのままか、パスワードの期限が過ぎています。新しいパスワードに変更してから、もう一度お試しください。",
    en: "a provisional or expired password must be changed first",
  },
  "password-provisional-expired": {
    status: 403,
    ja: "仮パスワードの有効期限が切れています。発行元へ再発行を依頼してください。",
    en: "the provisional password is past its end",
  },
  "code-required": {
    status: 403,
    ja: "2段階認証のコードが必要です。画面の案内にそって、コードを入力してください。",
    en: "the office account has a second factor",
  },
  "code-wrong": {
    status: 401,
    ja: "コードが違うか、期限が過ぎているか、すでに使われています。いちばん新しいコードをご確認ください。続けて5回間違えると、30分間コードを入力できなくなります。",
    en: "the code is wrong, past its end or used",
  },
  "code-locked": {
    status: 423,
    ja: "コードを続けて間違えたため、入力を止めています。30分ほど待ってから、もう一度お試しください。",
    en: "the codes of the account are locked after wrong ones",
  },
  "code-not-needed": {
    status: 409,
    ja: "2段階認証が設定されていないため、コードは要りません。",
    en: "the office account has no second factor",
  },
  "mail-unavailable": {
    status: 409,
    ja: "このセンターはメールを送らない設定のため、コードを送れません。認証アプリか回復コードをお使いください。",
    en: "the centre has no mail server",
  },
  "recovery-link-ended": {
    status: 410,
    ja: "このリンクは使えません。期限が過ぎたか、すでに使われています。もう一度お申し込みください。",
    en: "the link is unknown, used or past its end",
  },
  "password-too-weak": {
    status: 422,
    ja: "パスワードは8文字以上で、英字と数字の両方を入れてください。IDと同じものや、今までと同じものは使えません。",
    en: "the new password does not meet the rules",
  },
  "administrator-only": {
    status: 403,
    ja: "この操作は、権限が「管理者」の職員だけが行えます。管理者の方に頼むか、利用状況Webサイトに事業所ユーザでログインして行ってください。",
    en: "the person is not an administrator",
  },
  "last-administrator": {
    status: 409,
    ja: "管理者が一人もいなくなるため、変更できません。先に、ほかの職員を管理者にしてください。",
    en: "the person is the last active administrator of the office",
  },
  "person-stopped": {
    status: 403,
    ja: "この個人ユーザIDは、利用を止められています。事業所の管理者にお聞きください。",
    en: "the person has been stopped",
  },
  "invitation-ended": {
    status: 410,
    ja: "このリンクは使えません。期限が過ぎたか、すでに使われています。事業所の管理者に、もう一度送ってもらってください。",
    en: "the link is unknown, used or past its end, or its person was stopped",
  },
  "invitation-unavailable": {
    status: 409,
    ja: "このセンターはメールを送っていないため、招待できません。仮パスワードの紙を印刷して渡してください。",
    en: "no mail server is configured",
  },
  "too-many-invitations": {
    status: 429,
    ja: "きょう送れる招待のメールの数を超えています。あすもう一度お試しになるか、仮パスワードの紙を印刷して渡してください。",
    en: "too many invitations of one office within a day",
  },

  "terms-outdated": {
    status: 409,
    ja: "利用規約が新しくなっています。もう一度お読みになり、同意してください。",
    en: "the accepted edition of the terms is not the one in force",
  },
  "email-mismatch": {
    status: 422,
    ja: "メールアドレスと確認用メールアドレスが一致していません。",
    en: "the two e-mail addresses differ",
  },
  "licence-exists": {
    status: 409,
    ja: "この事業所番号の利用申請はすでに完了しています。ライセンスの画面でご確認ください。",
    en: "the office already has a licence",
  },
  "licence-missing": {
    status: 403,
    ja: "利用申請が済んでいないか、利用期間が終わっているため、送信できません。利用状況Webサイトで利用申請をしてください。",
    en: "the office has no licence in force",
  },
  "licence-renewal-closed": {
    status: 409,
    ja: "更新の申し込みは、利用期間が終わる60日前からできます。",
    en: "too early for a renewal by hand",
  },
  "receiving-ended": {
    status: 403,
    ja: "利用期間が終わって30日を過ぎたため、受け取れません。利用状況Webサイトで利用申請をすると、受け取りの期限までに届いたものを受け取れます。",
    en: "the office's licence ended more than 30 days ago",
  },

  "office-unknown": {
    status: 404,
    ja: "この事業所番号は登録されていません。番号をご確認ください。",
    en: "no such office",
  },
  "receiver-unlicensed": {
    status: 422,
    ja: "送り先の事業所はまだ利用申請をしていないため、送れません。これまでどおりの方法で送ってください。",
    en: "the receiving office has no licence in force",
  },
  "receiver-without-certificate": {
    status: 422,
    ja: "送り先の事業所に有効な電子証明書がないため、送れません。先方へご連絡ください。",
    en: "the receiving office holds no valid certificate",
  },
  "message-too-large": {
    status: 413,
    ja: "データが大きすぎます。1回に送れる大きさを超えています。ファイルを分けて送ってください。",
    en: "the sealed message is larger than the limit",
  },
  "digest-mismatch": {
    status: 422,
    ja: "通信の途中でデータが変わった可能性があります。もう一度送ってください。",
    en: "Content-Digest does not match the bytes received",
  },
  "message-not-sealed": {
    status: 422,
    ja: "封をしたデータではないため、受け付けられません。アプリを更新して、もう一度お試しください。",
    en: "the body is not a CMS AuthEnvelopedData",
  },
  "message-id-conflict": {
    status: 409,
    ja: "同じ番号で別の内容がすでに送られています。もう一度、新しく送ってください。",
    en: "the id was used for other bytes or another receiver",
  },
  "upload-unknown": {
    status: 404,
    ja: "分けて送っているデータが見つかりませんでした。日数がたつと消えます。もう一度、はじめから送ってください。",
    en: "no such upload of this office, or it was given up",
  },
  "upload-incomplete": {
    status: 409,
    ja: "まだ届いていない部分があります。残りを送ってください。",
    en: "chunks are missing",
  },
  "too-many-uploads": {
    status: 429,
    ja: "送りかけの大きなデータが多すぎます。先に始めたものを送り終えてください。",
    en: "too many uploads begun and not finished",
  },
  "inbox-full": {
    status: 429,
    ja: "送り先の事業所が受け取っていないデータが多く、今は送れません。先方が受け取ると、自動で送り直します。",
    en: "too much waits for the receiver",
  },
  "chunk-wrong": {
    status: 422,
    ja: "分けたデータの番号か大きさが正しくありません。アプリを更新して、もう一度お試しください。",
    en: "the chunk has a number or a size that the upload does not have",
  },
  "chunk-conflict": {
    status: 409,
    ja: "同じ番号の部分が、別の内容ですでに届いています。もう一度、新しく送ってください。",
    en: "the chunk was received before with other bytes",
  },
  "range-invalid": {
    status: 416,
    ja: "続きから受け取れませんでした。はじめから受け取ります。",
    en: "the range is not one of this message",
  },
  "message-unknown": {
    status: 404,
    ja: "このデータは見つかりませんでした。",
    en: "no such message of this office",
  },
  "message-already-downloaded": {
    status: 409,
    ja: "相手がすでに受け取っているため、取り消せません。",
    en: "cancelling is possible before the first download only",
  },
  "message-cancelled": {
    status: 410,
    ja: "このデータは送信元が取り消しました。",
    en: "the sender cancelled the message",
  },
  "message-expired": {
    status: 410,
    ja: "受け取りの期限が過ぎたため、このデータはセンターから消えています。必要なときは、送信元にもう一度送ってもらってください。",
    en: "the message was not received in time, its bytes are gone",
  },
  "message-forgotten": {
    status: 410,
    ja: "受け取りから日数がたったため、このデータはセンターに残っていません。受け取った端末に保存されているものをお使いください。",
    en: "the sealed bytes were dropped after the receiver's receipt",
  },
  "inquiry-unknown": {
    status: 404,
    ja: "この受付番号とメールアドレスのお問い合わせは見つかりませんでした。受付のメールをご確認ください。",
    en: "no inquiry with this number and address",
  },
  "inquiries-too-many": {
    status: 429,
    ja: "このメールアドレスからのお問い合わせが続いています。受け付けたものへの回答をお待ちください。",
    en: "too many inquiries of one address within a day",
  },
  "receipt-invalid": {
    status: 422,
    ja: "受領の署名を確認できませんでした。アプリを更新して、もう一度お試しください。",
    en: "the receipt is not signed by the receiver's certificate over this message",
  },
} as const satisfies Record<string, ErrorEntry>;

/** A code of the table above. */
export type ErrorCode = keyof typeof exchangeErrors;

/** Problem details (RFC 9457), as `application/problem+json`. `title` is Japanese, for the person at the desk. */
export const Problem = Type.Object({
  type: Type.String({ description: "urn:tsunagi:problem:CODE" }),
  code: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  requestId: Type.Optional(Type.String()),
  retryAfterSeconds: Type.Optional(Type.Integer()),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
});
export type Problem = Static<typeof Problem>;
