import type { ErrorEntry } from "../errors.ts";

/**
 * What can go wrong between the desk's page and the client on the same machine. Codes of the exchange and of the
 * sealing are passed through with their own titles and are not repeated here.
 */
export const deskErrors = {
  "request-invalid": {
    status: 400,
    ja: "入力に誤りがあります。項目ごとの説明をご確認ください。",
    en: "the request does not match the contract",
  },
  "not-found": { status: 404, ja: "お探しのものは見つかりませんでした。", en: "no such thing" },
  "start-refused": {
    status: 403,
    ja: "この画面は開けません。アプリを起動し直してください。",
    en: "no or wrong start token, or a foreign origin",
  },
  "not-enrolled": {
    status: 409,
    ja: "この端末の初期設定がまだです。電子証明書を入れてください。",
    en: "no certificate on this machine yet",
  },
  "already-enrolled": {
    status: 409,
    ja: "この端末の初期設定は済んでいます。",
    en: "a certificate is on this machine already",
  },
  "login-needed": { status: 401, ja: "ログインしてください。", en: "no session with the centre" },
  unreachable: {
    status: 502,
    ja: "センターにつながりません。ネットワークをご確認ください。送信箱のデータは残っており、つながりしだい送ります。",
    en: "the centre does not answer",
  },
  "file-too-large": {
    status: 413,
    ja: "ファイルが大きすぎます。",
    en: "a file is larger than a message may be",
  },
  "file-name-taken": {
    status: 409,
    ja: "同じ名前のファイルがもう一つあるため、直せません。どちらかを取り除いてから、もう一度お試しください。",
    en: "another file on the tray has the name that this one would get",
  },
  "tray-has-problems": {
    status: 422,
    ja: "直すところが残っているため、送れません。赤い印の説明をご確認ください。",
    en: "sets with errors cannot be sent",
  },
  "sender-not-this-office": {
    status: 422,
    ja: "ファイル名の送信元が、この事業所の番号と違います。介護ソフトの事業所番号の設定をご確認ください。",
    en: "the file name names another office as sender",
  },
  "draft-changed": {
    status: 409,
    ja: "この下書きは、ほかの画面で変えられています。画面を読み直して、もう一度お試しください。",
    en: "the draft has another revision than the one it was changed from",
  },
  "care-user-changed": {
    status: 409,
    ja: "この利用者の情報は、ほかの画面で変えられています。画面を読み直して、もう一度お試しください。",
    en: "the care user has another revision than the one that was changed",
  },
  "care-user-twice": {
    status: 409,
    ja: "保険者番号と被保険者番号が同じ方が、もう登録されています。番号を確かめてください。",
    en: "another care user has the same insurer number and insured number",
  },
  "draft-not-sendable": {
    status: 422,
    ja: "このままでは送れません。「確認」の赤い印の説明をご覧になり、直してからもう一度お試しください。",
    en: "the files made of the drafts do not pass the check, or their receiver cannot be sent to",
  },
  "backup-folder-missing": {
    status: 404,
    ja: "その場所が見つかりません。USBメモリなどがつながっているか、場所の名前に誤りがないかをご確認ください。",
    en: "the folder for the backup is not there, or its path is not absolute",
  },
  "backup-folder-inside": {
    status: 422,
    ja: "その場所は、このアプリのフォルダーの中です。別の場所 (USBメモリや、ほかのパソコンの共有フォルダーなど) を指定してください。",
    en: "the folder for the backup lies in the office's own folder",
  },
  "backup-folder-refused": {
    status: 403,
    ja: "その場所に書き込めません。書き込みが禁止されていないかを確かめるか、別の場所を指定してください。",
    en: "the folder for the backup cannot be written to",
  },
  "backup-full": {
    status: 507,
    ja: "その場所の空き容量が足りないため、バックアップを取れませんでした。空きを作るか、別の場所を指定してください。",
    en: "the disk of the backup is full",
  },
  "store-full": {
    status: 507,
    ja: "この端末の空き容量が足りません。空きを作ってから、もう一度お試しください。",
    en: "the disk is full",
  },
  internal: {
    status: 500,
    ja: "アプリで予期しない問題が起きました。起動し直しても直らないときは、ヘルプデスクへご連絡ください。",
    en: "unexpected failure",
  },
} as const satisfies Record<string, ErrorEntry>;

export type DeskErrorCode = keyof typeof deskErrors;
