import { type ErrorCode, exchangeErrors } from "@tsunagi/contract";

/** What may go with a refusal. */
export interface RefusalDetails {
  /** Places in the request that are wrong, in the user's words. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds?: number;
  /** Where HTTP has a more exact status than the table of codes (405, 413, 415). */
  readonly status?: number;
  readonly cause?: unknown;
}

/** A request that is answered with a problem. `code` is one of the contract's table. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: RefusalDetails;

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(exchangeErrors[code].en, { cause: details.cause });
    this.code = code;
    this.status = details.status ?? exchangeErrors[code].status;
    this.details = details;
  }
}

/** What can stop the operator: at start, and in the commands. */
export const centerErrors = {
  "data-folder-in-use": {
    ja: "このデータフォルダーでは、すでに別のセンターが動いています。先にそちらを止めてください。",
    en: "another centre runs on this data folder",
  },
  "data-folder-unreachable": {
    ja: "データベースを動かす利用者が、データフォルダーに入れません。フォルダーの権限を確認するか、DATABASE_URL で別のデータベースを指定してください。",
    en: "the account of the database server cannot enter the data folder",
  },
  "database-binaries-missing": {
    ja: "同梱のPostgreSQLが見つかりません。npm ci をやり直すか、DATABASE_URL で別のデータベースを指定してください。",
    en: "the embedded PostgreSQL is not installed for this platform",
  },
  "database-account-missing": {
    ja: "rootで動かすときに必要な利用者「postgres」を作れませんでした。useradd --system postgres で作るか、rootでない利用者で動かしてください。",
    en: "running as root, and there is no account for the database server",
  },
  "database-start-failed": {
    ja: "データベースを起動できませんでした。データフォルダーの database/log をご確認ください。",
    en: "the database server did not start",
  },
  "database-unreachable": {
    ja: "データベースに接続できません。DATABASE_URL と、データベースが動いているかをご確認ください。",
    en: "the database cannot be reached",
  },
  "database-url-unsupported": {
    ja: "DATABASE_URL には、データベースのホストを1つだけ書き、sslmode は disable、require、verify-full のどれかにしてください。",
    en: "DATABASE_URL names several hosts, or an sslmode that may or may not encrypt",
  },
  "database-newer": {
    ja: "データベースは、このプログラムより新しい版で作られています。プログラムを更新してください。",
    en: "the database was migrated by a newer release",
  },
  "migration-changed": {
    ja: "適用済みのマイグレーションの内容が変わっています。プログラムの配布物をご確認ください。",
    en: "a migration that was applied is not the one that stands here",
  },
  "authority-unreadable": {
    ja: "認証局の鍵を読み取れません。TSUNAGI_AUTHORITY_PASSPHRASE と、データフォルダーの authority をご確認ください。",
    en: "the authority's key cannot be read",
  },
  "root-key-away": {
    ja: "ルート認証局の鍵が、このデータフォルダーにありません。取り出した鍵のファイルを --root で指定してください。",
    en: "the root's key was taken away",
  },
  "root-key-needed": {
    ja: "ルート認証局の鍵は、まだ取り出せません。",
    en: "the root itself signs for certificates that are in force",
  },
  "authority-other-root": {
    ja: "指定した鍵は、このセンターのルート認証局のものではありません。",
    en: "the key is not that of this centre's root",
  },
  "file-exists": {
    ja: "この名前のファイルがすでにあります。上書きはしません。",
    en: "the file exists already",
  },
  "web-door-open": {
    ja: "Webの入口をこのコンピューターの外へ開くには、TLSの証明書、またはTLSを終端するプロキシの指定が必要です。",
    en: "the web door would serve plain HTTP beyond loopback",
  },
  "office-exists": {
    ja: "この事業所番号はすでに登録されています。",
    en: "the office number is registered already",
  },
  "office-unknown": {
    ja: "この事業所番号は登録されていません。",
    en: "no such office",
  },
  "corporation-unknown": {
    ja: "この法人番号は登録されていません。先に corporation add で登録してください。",
    en: "no such corporation",
  },
  "corporation-issued": {
    ja: "この法人には、すでにIDを発行しています。発行し直すには --again を付けてください。",
    en: "the corporation has an account already",
  },
  "office-of-another": {
    ja: "別の法人の事業所です。移すときは、先に corporation unlink で外してください。",
    en: "the office is linked to another corporation",
  },
  "account-exists": {
    ja: "この事業所には、すでにIDを発行しています。発行し直すには office reissue を使ってください。",
    en: "the office has an account already",
  },
  "address-missing": {
    ja: "メールアドレスが登録されていない事業所があります。office import で登録するか、--letters で通知書にしてください。",
    en: "no e-mail address is known",
  },
  "letters-exist": {
    ja: "通知書のファイルがすでにあります。上書きはしません。別の名前を指定してください。.part で終わるファイルは、途中で止まった発行のものです。office list で見て、IDが発行されていた事業所は office reissue で発行し直し、そのファイルは消してください。",
    en: "the file for the letters exists",
  },
  "rows-refused": {
    ja: "誤りのある行は登録していません。直して、もう一度読み込んでください。ほかの行は登録しました。",
    en: "rows with faults were left out",
  },
  "certificate-unknown": {
    ja: "この番号の電子証明書はありません。",
    en: "no certificate has this serial number",
  },
  "certificate-request-unknown": {
    ja: "承認を待っている申請に、この番号のものはありません。certificate pending で確かめてください。",
    en: "no request of this number waits",
  },
  "inquiry-unknown": {
    ja: "この受付番号のお問い合わせはありません。",
    en: "no inquiry has this number",
  },
  "news-unknown": {
    ja: "この番号のお知らせはありません。",
    en: "no news has this number",
  },
  "audit-broken": {
    ja: "監査記録がつながっていません。書き換えられたか、消された可能性があります。",
    en: "the audit's chain of hashes is broken",
  },
  "input-invalid": {
    ja: "入力に誤りがあります。",
    en: "the input is not valid",
  },
} as const;
export type CenterErrorCode = keyof typeof centerErrors;

/** A failure that the operator has to know: `messageJa` says what to do, `message` is for logs. */
export class CenterError extends Error {
  override readonly name = "CenterError";
  readonly code: CenterErrorCode;
  readonly messageJa: string;

  constructor(code: CenterErrorCode, detail?: string, options?: ErrorOptions) {
    const { en, ja } = centerErrors[code];
    super(detail === undefined ? en : `${en}: ${detail}`, options);
    this.code = code;
    this.messageJa = detail === undefined ? ja : `${ja} (${detail})`;
  }
}
