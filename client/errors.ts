import { CallError, deskErrors, type ErrorEntry, exchangeErrors } from "@tsunagi/contract";
import { SealingError } from "@tsunagi/sealing";

/** The error codes of this room: those of the desk's contract, and those that only the app on the machine meets. */
export const clientErrors = {
  ...deskErrors,
  "office-unknown": exchangeErrors["office-unknown"],
  "receiver-unlicensed": exchangeErrors["receiver-unlicensed"],
  "receiver-without-certificate": exchangeErrors["receiver-without-certificate"],
  "certificate-unlogged": {
    status: 409,
    ja: "相手の事業所の電子証明書が、だれでも確かめられる公開記録にありません。にせの電子証明書のおそれがあるため、送受信を見合わせています。運営窓口にご連絡ください。",
    en: "the partner's certificate is not proved to stand in the log of certificates",
  },
  "log-rewritten": {
    status: 409,
    ja: "電子証明書の公開記録が、前に見たものや送り先が見たものとつながりません。書き換えられたおそれがあるため、送信を止めています。運営窓口にご連絡ください。",
    en: "the log of certificates is not the one seen before, or not the one that partners see",
  },
  "log-held-back": {
    status: 503,
    ja: "電子証明書の公開記録が古いままで、新しいものを確かめられません。パソコンの日付と時刻をご確認ください。直らないときは、運営窓口にご連絡ください。",
    en: "the newest head of the log of certificates is days old",
  },
  "centre-not-set": {
    status: 409,
    ja: "つなぐセンターがまだ決まっていません。センターのアドレスと、認証局の証明書のファイルを指定してください。",
    en: "no centre URL or authority certificate is known in this folder",
  },
  "centre-not-trusted": {
    status: 502,
    ja: "つながった相手が、登録したセンターだと確かめられません。何も送っていません。センターのアドレスと、パソコンの日付をご確認ください。",
    en: "the TLS certificate of the other side does not lead to the configured authority",
  },
  "answer-unexpected": {
    status: 502,
    ja: "センターから思わぬ答えが返りました。データは残っています。しばらくしてからもう一度お試しください。",
    en: "the answer does not match the contract",
  },
  "folder-in-use": {
    status: 409,
    ja: "このフォルダーは、動いている別の「つなぎ」が使っています。そちらの画面をお使いになるか、終了してからもう一度お試しください。",
    en: "another process holds the lock of the folder",
  },
  "folder-of-newer-version": {
    status: 409,
    ja: "このフォルダーは、新しい版のアプリで使われています。アプリを更新してください。",
    en: "the schema of the store is newer than this program",
  },
  "folder-of-other-centre": {
    status: 409,
    ja: "このフォルダーは、別のセンターのために使われています。センターごとに別のフォルダーをお使いください。",
    en: "the folder is enrolled at another centre or under another authority",
  },
  "folder-of-other-office": {
    status: 409,
    ja: "このフォルダーは、別の事業所のために使われています。事業所ごとに別のフォルダーをお使いください。",
    en: "the folder belongs to another office number",
  },
  "ticket-expired": {
    status: 401,
    ja: "1段階目のログインから時間がたちました。個人ユーザからもう一度ログインしてください。",
    en: "no person ticket, or it is past its end",
  },
  "partner-not-trusted": {
    status: 422,
    ja: "送り先の電子証明書が、その事業所のものだと確かめられません。送らずに置いてあります。ヘルプデスクへご連絡ください。",
    en: "the directory gave a certificate of another office or authority",
  },
  "accepted-receipt-wrong": {
    status: 502,
    ja: "センターの受付証を確かめられません。送信箱に置いてあります。ヘルプデスクへご連絡ください。",
    en: "the accepted receipt does not verify",
  },
  "opened-receipt-wrong": {
    status: 502,
    ja: "相手の受領書の署名を確かめられません。相手が開いたとは言えません。相手の事業所へご確認ください。",
    en: "the opened receipt does not verify",
  },
  "not-received-in-time": {
    status: 409,
    ja: "相手が期限までに受け取らなかったため、センターから消えました。先方に確かめてから、もう一度送ってください。",
    en: "the receiver did not take the message before it expired",
  },
  "refused-by-receiver": {
    status: 422,
    ja: "相手の端末でデータを開けませんでした。相手の事業所へ確かめてから、もう一度送ってください。",
    en: "the receiver's client refused the message",
  },
  "download-changed": {
    status: 502,
    ja: "受信の途中でデータが変わりました。もう一度受信します。",
    en: "the downloaded bytes do not have the SHA-256 the centre stated",
  },
  "message-moved-on": {
    status: 409,
    ja: "このデータは、もう取り消せません。",
    en: "the message is past the point of cancelling",
  },
  "receiver-is-this-office": {
    status: 422,
    ja: "送り先がこの事業所自身です。介護ソフトの送り先の設定をご確認ください。",
    en: "the file name names this office as receiver",
  },
  "receiver-unchecked": {
    status: 409,
    ja: "送り先をまだセンターに確かめていません。つながったときに確かめてから送ります。",
    en: "the directory has not been asked about the receiver yet",
  },
  "file-name-unusable": {
    status: 422,
    ja: "このファイルの名前は使えません。記号を除いて短くしてから、もう一度入れてください。",
    en: "the file name has characters that some system does not take, or is too long",
  },
  "file-name-twice": {
    status: 422,
    ja: "同じ名前のファイルが2つあります。どちらか1つにしてください。",
    en: "two of the given files have the same name",
  },
  "nothing-to-send": {
    status: 422,
    ja: "送れるファイルがありません。",
    en: "no set of the files can be sent",
  },
  "evidence-not-yet": {
    status: 404,
    ja: "まだ送っていないため、証拠はありません。",
    en: "the message has not been sealed",
  },
  "content-lost": {
    status: 500,
    ja: "保存したファイルが見つからず、封書からも取り出せません。送信元に再送を依頼してください。",
    en: "a received file is gone from the folder and cannot be opened again",
  },
  "pages-missing": {
    status: 500,
    ja: "画面のファイルが見つかりません。アプリを入れ直してください。",
    en: "the folder of the desk's pages is absent; build it first",
  },
} as const satisfies Record<string, ErrorEntry>;

export type ClientErrorCode = keyof typeof clientErrors;

/** A failure this room found itself. `message` is for logs and holds no personal data. */
export class ClientError extends Error {
  override readonly name = "ClientError";
  readonly code: ClientErrorCode;
  readonly messageJa: string;
  readonly status: number;

  constructor(code: ClientErrorCode, options: { cause?: unknown; detail?: string } = {}) {
    const { en, ja, status } = clientErrors[code];
    super(options.detail === undefined ? en : `${en}: ${options.detail}`, { cause: options.cause });
    this.code = code;
    this.messageJa = ja;
    this.status = status;
  }
}

/** What is told of any failure: a stable code, the sentence for the person at the desk, and the HTTP status. */
export interface Explanation {
  readonly code: string;
  readonly messageJa: string;
  readonly status: number;
  /** What was wrong in which part of the input, where the centre said so. */
  readonly errors?: readonly { path: string; message: string }[];
  readonly retryAfterSeconds?: number;
}

/** Explains what was thrown: codes and sentences of the exchange and of the sealing are passed on as they are. */
export function explain(thrown: unknown): Explanation {
  if (thrown instanceof ClientError) return thrown;
  if (thrown instanceof SealingError) {
    return { code: thrown.code, messageJa: thrown.messageJa, status: 422 };
  }
  if (thrown instanceof CallError) return explainCall(thrown);
  return explanationOf(isDiskFull(thrown) ? "store-full" : "internal");
}

function explainCall(error: CallError): Explanation {
  const { problem } = error;
  if (problem === undefined) {
    if (error.code !== "unreachable") return explanationOf("answer-unexpected");
    return explanationOf(isTrustFailure(error.cause) ? "centre-not-trusted" : "unreachable");
  }
  return {
    code: problem.code,
    messageJa: problem.title,
    status: problem.status,
    ...(problem.errors && { errors: problem.errors }),
    ...(problem.retryAfterSeconds !== undefined && {
      retryAfterSeconds: problem.retryAfterSeconds,
    }),
  };
}

/** The explanation that stands in the table for a code of this room. */
export function explanationOf(code: ClientErrorCode): Explanation {
  return { code, messageJa: clientErrors[code].ja, status: clientErrors[code].status };
}

/** OpenSSL's and Node's names for a server certificate that does not lead to the trusted authority. */
const trustFailures =
  /^(?:UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|CERT_|ERR_TLS_CERT|ERR_SSL_WRONG_VERSION|INVALID_CA|HOSTNAME_MISMATCH)/;

function isTrustFailure(cause: unknown): boolean {
  return chain(cause).some((code) => trustFailures.test(code));
}

function isDiskFull(thrown: unknown): boolean {
  const sqliteFull = 13;
  if (thrown instanceof Error && "errcode" in thrown && thrown.errcode === sqliteFull) return true;
  return chain(thrown).includes("ENOSPC");
}

/** The `code`s of an error and of its causes. */
function chain(thrown: unknown): string[] {
  const codes: string[] = [];
  for (let error = thrown; error instanceof Error && codes.length < 8; error = error.cause) {
    codes.push("code" in error && typeof error.code === "string" ? error.code : "");
  }
  return codes;
}
