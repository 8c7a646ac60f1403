import { type ErrorCode, exchangeErrors } from "./errors.ts";
import { type Limit, limits } from "./limits.ts";

/** One limit in the operator's words, and what answers where it is reached. */
interface Words {
  readonly ja: string;
  readonly unit: "バイト" | "件" | "回" | "時間" | "日" | "分" | "秒" | "年" | "本";
  readonly code?: ErrorCode;
  /** Where it is not the code's own. */
  readonly status?: number;
}

const words: Readonly<Record<Limit, Words>> = {
  messageBytes: { ja: "封をした1通の大きさ", unit: "バイト", code: "message-too-large" },
  directBytes: { ja: "1回の要求で送れる1通の大きさ", unit: "バイト", code: "message-too-large" },
  chunkBytes: { ja: "分けて送るときの1つの大きさ", unit: "バイト", code: "chunk-wrong" },
  openUploads: { ja: "1事業所の送りかけの大きなデータ", unit: "本", code: "too-many-uploads" },
  uploadHours: { ja: "送りかけのまま置ける時間", unit: "時間", code: "upload-unknown" },
  inboxMessages: { ja: "1事業所あてに待っているデータの数", unit: "件", code: "inbox-full" },
  inboxBytes: { ja: "1事業所あてに待っているデータの量", unit: "バイト", code: "inbox-full" },
  expiryDays: { ja: "受け取られるのを待つ日数", unit: "日", code: "message-expired" },
  keepDays: {
    ja: "受領のあとデータを残す日数 (事業所が変えられる)",
    unit: "日",
    code: "message-forgotten",
  },
  recordYears: { ja: "足どりと受領書を残す年数 (送られた四半期の終わりから)", unit: "年" },
  jsonBytes: { ja: "JSONの本文の大きさ", unit: "バイト", code: "request-invalid", status: 413 },
  listPage: { ja: "一覧1回の件数", unit: "件" },
  loginAttempts: { ja: "続けて間違えるとログインを止める回数", unit: "回", code: "login-locked" },
  lockoutMinutes: { ja: "ログインを止める時間", unit: "分" },
  codeAttempts: { ja: "続けて間違えると2段階認証を止める回数", unit: "回", code: "code-locked" },
  codeMinutes: { ja: "メールで送ったコードを使える時間", unit: "分", code: "code-wrong" },
  codeSeconds: { ja: "コードのメールを送る間隔", unit: "秒", code: "too-many-requests" },
  browserDays: { ja: "ブラウザにコードを求めない日数", unit: "日" },
  accessMinutes: { ja: "ログインの更新までの時間", unit: "分", code: "session-expired" },
  refreshHours: { ja: "ログインの続く時間", unit: "時間", code: "session-expired" },
  loginRequestsPerMinute: {
    ja: "1つのアドレスからのログインとパスワードの要求、1分あたり",
    unit: "回",
    code: "too-many-requests",
  },
  officeRequestsPerMinute: {
    ja: "1事業所の要求、1分あたり",
    unit: "回",
    code: "too-many-requests",
  },
  addressRequestsPerMinute: {
    ja: "1つのアドレスからの、証明書もログインも要らない要求、1分あたり",
    unit: "回",
    code: "too-many-requests",
  },
  formRequestsPerMinute: {
    ja: "1つのアドレスからの公開の入力欄 (お問い合わせ、製品ダウンロード) の要求、1分あたり",
    unit: "回",
    code: "too-many-requests",
  },
  recoveriesPerDay: {
    ja: "1事業所のIDとパスワードの確認の申し込み、1日あたり (超えた分は送らない)",
    unit: "回",
  },
  invitationsPerDay: {
    ja: "1事業所の職員への招待のメール、1日あたり",
    unit: "回",
    code: "too-many-invitations",
  },
  inquiriesPerDay: {
    ja: "1つのメールアドレスでのお問い合わせ、1日あたり",
    unit: "件",
    code: "inquiries-too-many",
  },
  requestsAtOnce: { ja: "センターの1プロセスが同時に扱う要求", unit: "件" },
  officeRequestsAtOnce: { ja: "そのうち1事業所の分", unit: "件" },
  officeRequestsWaiting: {
    ja: "順番を待てる1事業所の要求",
    unit: "件",
    code: "too-many-requests",
  },
};

/** `docs/limits.md`: every limit, what it is, and the answer beyond it. A test holds the file to this text. */
export function limitsPage(): string {
  const rows = Object.entries(words).map(([name, { ja, unit, code, status }]) => {
    const answer = code ? `${status ?? exchangeErrors[code].status} \`${code}\`` : "";
    return `| \`${name}\` | ${ja} | ${sized(limits[name as Limit], unit)} | ${answer} |`;
  });
  return [
    "# 上限",
    "",
    "センターが受け付ける大きさ、回数、期間です。動いているセンターの値は `/v1/limits` で見られます。運用する人は",
    "`tsunagi-center serve --limit 名前=値` (環境変数 `TSUNAGI_LIMITS`、カンマ区切り) で変えられます。",
    "429 の答えには `Retry-After` (秒) が付き、クライアントはそれを待って送り直します。",
    "",
    "このページは `contract/limits.ts` から作られ、テストが一致を確かめます。",
    "",
    "| 名前 | 内容 | 値 | 超えたときの答え |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "## 1つの事業所が、ほかの事業所を待たせない",
    "",
    "センターの各プロセスは、要求を事業所ごとの列に並べ、順番に1件ずつ扱います。1つの事業所が休みなく送っても、",
    "別の事業所の要求はその列の後ろには並びません。1つの事業所が同時に使える枠にも上限があります",
    "(`officeRequestsAtOnce`)。列が長くなりすぎた事業所だけが 429 を受けます。",
    "",
    "受信箱の上限は、プロセスごとに数えた値を10秒のあいだ信じて判断します。複数のプロセスが同時に受け付けると、",
    "その分だけ上限を超えることがあります。",
    "",
  ].join("\n");
}

function sized(value: number, unit: Words["unit"]): string {
  if (unit !== "バイト") return `${value.toLocaleString("en")} ${unit}`;
  const [size, name] = value >= 1024 ** 3 ? [value / 1024 ** 3, "GiB"] : mebi(value);
  return `${size} ${name}`;
}

function mebi(value: number): [number, string] {
  return value >= 1024 ** 2 ? [value / 1024 ** 2, "MiB"] : [value / 1024, "KiB"];
}
