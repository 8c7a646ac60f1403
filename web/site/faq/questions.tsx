import type { ReactNode } from "react";
import { addressOf } from "../../parts/state/hash-route.ts";

/** A question with its answer. */
export interface Question {
  /** Its name in the address. */
  readonly id: string;
  readonly topic: Topic;
  readonly question: string;
  readonly answer: ReactNode;
  /** Other words that people look for it with; searched besides those of question and answer. */
  readonly words: string;
}

export const topics = [
  "申請と料金",
  "IDと電子証明書",
  "パソコンとアプリ",
  "送信と受信",
  "介護ソフト",
] as const;
export type Topic = (typeof topics)[number];

/** よくある質問, as they stand on the page. */
export const questions: readonly Question[] = [
  {
    id: "fee",
    topic: "申請と料金",
    question: "ライセンス料は、いつ、どうやって払いますか",
    answer: (
      <p>
        請求書や振り込みはありません。申請した月の翌月か翌々月に振り込まれる介護給付費から差し引かれます。何月分から引かれるかは、利用状況Webサイトの「ライセンス」に出ます。
      </p>
    ),
    words: "料金 費用 支払い 利用料 21000円 引き落とし 差引",
  },
  {
    id: "several-terminals",
    topic: "パソコンとアプリ",
    question: "1つの事業所で、何台のパソコンから使えますか",
    answer: (
      <p>
        1つの事業所で1台のパソコンをおすすめします。受け取ったデータはそのパソコンに入るためです。数台で使うときは、だれがどの端末で受け取るかを決めておいてください。使う人は、個人ユーザを追加すれば何人でも使えます。
      </p>
    ),
    words: "複数端末 2台 台数 複数 PC 共有",
  },
  {
    id: "applied",
    topic: "申請と料金",
    question: "利用申請が済んだかを確かめるには",
    answer: (
      <p>
        <a href="/portal/#/licence">利用状況Webサイト</a>
        にログインし、「ライセンス」をご覧ください。申請番号と利用期間が出ていれば済んでいます。
      </p>
    ),
    words: "申請完了 確認 状況 タブ",
  },
  {
    id: "cancel",
    topic: "申請と料金",
    question: "申請や更新を取り消したいのですが",
    answer: (
      <p>
        申請が済んだあとの取り消しは、どのような場合もお受けできません（利用規約に書かれています）。申請の前に、内容をよくお確かめください。
      </p>
    ),
    words: "キャンセル 取消 返金 間違えた 解約",
  },
  {
    id: "no-id",
    topic: "IDと電子証明書",
    question: "KJから始まるIDがない、分からない",
    answer: (
      <p>
        所轄の国民健康保険団体連合会へお問い合わせください。インターネットで請求していない事業所、請求を代理人に任せている事業所も同じです。郵送の場合は2週間ほどかかるので、早めにお願いします。
      </p>
    ),
    words: "ユーザID 忘れた 通知書 紛失 国保連",
  },
  {
    id: "hd",
    topic: "IDと電子証明書",
    question: "HDから始まるIDではログインできませんか",
    answer: (
      <p>
        できません。HDから始まるのは代理請求用のIDです。事業所のKJから始まる14文字のIDをお使いください。お手もとのIDの形は
        <a href={addressOf("start")}>はじめかた</a>で確かめられます。
      </p>
    ),
    words: "代理請求 代理人 エラー",
  },
  {
    id: "locked",
    topic: "IDと電子証明書",
    question: "パスワードを間違えて、ログインできなくなりました",
    answer: (
      <p>
        続けて3回間違えると、30分間ログインを止めます。30分たってから、正しいパスワードでお試しください。分からないときは、個人ユーザのパスワードは事業所の管理者が、事業所のパスワードは発行元が、出し直せます。
      </p>
    ),
    words: "ロック 止まった 忘れた 再発行",
  },
  {
    id: "provisional",
    topic: "IDと電子証明書",
    question: "仮パスワードのまま使えますか",
    answer: (
      <p>
        使えません。はじめのログインで、新しいパスワードに変えてください。仮パスワードには期限があり、過ぎたときは発行し直しになります。
      </p>
    ),
    words: "初回 変更 期限 有効期限",
  },
  {
    id: "which-certificate",
    topic: "IDと電子証明書",
    question: "どの電子証明書が使えますか",
    answer: (
      <p>
        発行者が「e-seikyu
        CA」で、発行先が「KaigoJigyousho」（介護保険証明書）か「CarePlanJigyousho」（請求を代理人に任せている事業所のケアプラン証明書）のものです。代理人の証明書や、障害福祉の証明書は使えません。
      </p>
    ),
    words: "証明書 種類 発行者 介護DX証明書 インストール",
  },
  {
    id: "new-terminal",
    topic: "IDと電子証明書",
    question: "パソコンを入れ替えるには",
    answer: (
      <p>
        新しいパソコンにアプリを入れ、「初期設定」をします。その前に、利用状況Webサイトの「電子証明書」で古い証明書を失効させてください。古いパソコンを失くしたときも、まず失効させてください。
      </p>
    ),
    words: "買い替え 交換 故障 紛失 移行 引っ越し",
  },
  {
    id: "calendar",
    topic: "パソコンとアプリ",
    question: "パソコンの日付が和暦になっています",
    answer: (
      <p>
        Windowsの「地域」の設定で、カレンダーの種類を「西暦（日本語）」にしてください。このアプリは和暦のままでも日付を正しく扱いますが、介護ソフトの書き出しなどが誤ることがあります。
      </p>
    ),
    words: "カレンダー 令和 西暦 設定 時計",
  },
  {
    id: "no-connection",
    topic: "パソコンとアプリ",
    question: "「センターにつながりませんでした」と出ます",
    answer: (
      <p>
        まず、ほかのページが開けるかをご確認ください。開けるときは、事業所のネットワークや対策ソフトが通信を止めていることがあります。
        <a href={addressOf("start")}>はじめかた</a>
        の「パソコンとネットワーク」で、この端末からつながるかと時計のずれを調べられます。送りかけのデータは端末に残り、つながると続きから送ります。
      </p>
    ),
    words: "ネットワーク エラー 接続 通信 ファイアウォール プロキシ",
  },
  {
    id: "not-joined",
    topic: "送信と受信",
    question: "相手の事業所に送れません",
    answer: (
      <p>
        相手が利用申請をしていないか、電子証明書を入れていないと送れません。
        <a href={addressOf("members")}>参加事業所</a>
        でさがし、見つからなければ、これまでの方法で送りながら、相手にお声がけください。
      </p>
    ),
    words: "宛先 ライセンス 未加入 受信者",
  },
  {
    id: "wrong-receiver",
    topic: "送信と受信",
    question: "送る相手や中身を間違えました",
    answer: (
      <p>
        相手が受け取る前なら、「送信一覧」でそのデータを開き、取り消せます。受け取ったあとは取り消せないので、相手に電話などで伝え、正しいものを送り直してください。
      </p>
    ),
    words: "取り消し 誤送信 キャンセル 送り直し",
  },
  {
    id: "file-error",
    topic: "送信と受信",
    question: "ファイルに直すところがあると言われました",
    answer: (
      <p>
        どのファイルの何行目の、どの項目かが出ます。「直せるところを直す」で直せるものはアプリが直し、それ以外は介護ソフトで直して書き出し直してください。送る前に
        <a href="/check/">ファイルの確認</a>だけを使うこともできます。
      </p>
    ),
    words: "エラー CSV 取り込めない 形式 項目 送信できない",
  },
  {
    id: "kept",
    topic: "送信と受信",
    question: "受け取ったデータを、もう一度受け取れますか",
    answer: (
      <p>
        受け取ってから一定の日数は、封をしたままセンターに残ります。その間は受け取り直せます。日数は利用状況Webサイトの「保存期間」で変えられます。
      </p>
    ),
    words: "再受信 ダウンロード 消えた 保存 期限",
  },
  {
    id: "evidence",
    topic: "送信と受信",
    question: "送った証拠は残りますか",
    answer: (
      <p>
        残ります。センターの受付と、相手が開いたことが、署名のある受領書として端末に残り、運営指導などで示せます。アプリがなくても、だれでも署名を確かめられます。
      </p>
    ),
    words: "記録 監査 実地指導 受領書 履歴",
  },
  {
    id: "no-software",
    topic: "介護ソフト",
    question: "介護ソフトを使っていません",
    answer: (
      <p>
        アプリの画面で予定や実績を入力して、そのまま送れます。届いたものは、紙と同じ形で見て、印刷できます。
      </p>
    ),
    words: "手書き 入力 ソフトなし エクセル",
  },
  {
    id: "software-missing",
    topic: "介護ソフト",
    question: "使っている介護ソフトが一覧にありません",
    answer: (
      <p>
        対応しているかを、ソフトの会社にお尋ねください。標準のCSVを書き出せるソフトなら使えます。書き出したファイルを
        <a href="/check/">ファイルの確認</a>に置くと、標準どおりかが分かります。
      </p>
    ),
    words: "対応 ベンダー 会社 CSV 標準仕様",
  },
  {
    id: "take-in",
    topic: "介護ソフト",
    question: "届いたファイルを介護ソフトに取り込めません",
    answer: (
      <p>
        「受信一覧」でそのデータを開くと、中身が見られます。中身が正しいときは、介護ソフトの会社に、ファイル名と出たメッセージをお伝えください。取り込めなくても、画面で見て入力することはできます。
      </p>
    ),
    words: "取込 エラー インポート 読み込み",
  },
];
