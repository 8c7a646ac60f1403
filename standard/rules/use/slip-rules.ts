import { describeServiceType } from "../../layout/service-types.ts";
import type { Rule } from "../rule.ts";

/** Rules about one file of table 6, plan or results, and about the services that rows of any table name. */
export const slipRules = {
  "time-half": {
    code: "time-pair",
    severity: "error",
    checks: "開始時刻と終了時刻の片方だけが 9999（時刻なし）になっていないこと",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目12・13 備考",
    says: ({ start, end }: { readonly start: string; readonly end: string }): string =>
      `開始時刻が ${start}、終了時刻が ${end} です。時刻のないサービスは両方を 9999 に、あるサービスは両方に時刻を入れてください。`,
  },
  "time-equal": {
    code: "time-pair",
    severity: "warning",
    checks: "開始時刻と終了時刻が同じでないこと（日をまたぐのは正しい）",
    from: "実務（標準仕様に定めなし）",
    says: ({ time }: { readonly time: string }): string =>
      `開始時刻と終了時刻がどちらも ${time} です。終了時刻を確かめてください。`,
  },
  "day-beyond-month": {
    code: "day-beyond-month",
    severity: "error",
    checks: "日割対象日に、その月にない日の 1 がないこと",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目11 備考",
    says: ({ day, month }: { readonly day: number; readonly month: string }): string =>
      `日割対象日の ${day} 桁目が 1 ですが、${month} に ${day} 日はありません。0 にしてください。`,
  },
  "no-claim-day": {
    code: "no-claim-day",
    severity: "warning",
    checks: "日割対象日に 1 の日が一つはあること（日割でなければ空にする）",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目11 備考",
    says: (): string =>
      "日割対象日がすべて 0 です。日割で請求する日を 1 にするか、日割でなければ空にしてください。",
  },
  "service-out-of-scope": {
    code: "service-out-of-scope",
    severity: "error",
    checks: "連携の対象でない種類のサービスの行がないこと",
    from: "標準仕様 対象サービス種類",
    says: ({ type, name }: { readonly type: string; readonly name: string }): string =>
      `サービス種類 ${type}（${name}）は、ケアプランデータ連携の対象ではありません。この行を除いて書き出してください。`,
  },
  "service-unknown": {
    code: "service-out-of-scope",
    severity: "error",
    checks: "サービスコードの先頭2桁が、対象サービス種類の一覧にあること",
    from: "標準仕様 対象サービス種類",
    says: ({ type }: { readonly type: string }): string =>
      `サービス種類 ${type} は対象サービス種類の一覧にありません。サービスコードを確かめてください。`,
  },
  "total-in-slip": {
    code: "service-out-of-scope",
    severity: "error",
    checks: "第6表に小計や合計の行（種類コード＋AAAA・EEEE・ZZZZ、999999）がないこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9 備考（小計・合計は第7表の行）",
    says: ({ serviceCode }: { readonly serviceCode: string }): string =>
      `${serviceCode} は第7表の小計・合計のコードです。第6表にはサービスの行だけを入れてください。`,
  },
  "equipment-code-missing": {
    code: "equipment-code-missing",
    severity: "error",
    checks: "福祉用具貸与（種類17・67）の行に TAISコードか福祉用具届出コードがあること",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目16 備考",
    says: ({ serviceCode }: { readonly serviceCode: string }): string =>
      `福祉用具貸与（${serviceCode}）の行に、TAISコードも福祉用具届出コードもありません。どちらかを入れてください。`,
  },
  "line-number-equal": {
    code: "line-number",
    severity: "warning",
    checks: "同じ用具・同じ単位数の行が、明細判別コードで見分けられること",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目19 備考",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じ用具・同じ単位数で、明細判別コードも同じです。2台以上借りるときは 1、2、3… と番号を付け、そうでなければ片方を削除してください。`,
  },
  "line-number-order": {
    code: "line-number",
    severity: "warning",
    checks: "明細判別コードが 1 から順に付いていること",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目19 備考（同じ用具のあいだで数えても、同じサービスコードと単位数のあいだで数えてもよいと読む）",
    says: ({ lineNo }: { readonly lineNo: string }): string =>
      `明細判別コードが ${lineNo} ですが、1 からの続き番号になっていません。抜けた行がないか確かめてください。`,
  },
  "line-number-elsewhere": {
    code: "line-number",
    severity: "warning",
    checks: "福祉用具貸与でない行の明細判別コードが空であること",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目19 備考",
    says: ({ serviceCode }: { readonly serviceCode: string }): string =>
      `明細判別コードは福祉用具貸与の行だけに付けます。${serviceCode} の行では空にしてください。`,
  },
  "visit-twice": {
    code: "duplicate-key",
    severity: "warning",
    checks: "利用者・日・時刻・サービス・事業所がすべて同じ行が二つないこと",
    from: "実務（同じ行が二つあると回数が二重に数えられる）",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目とまったく同じ日・時刻・サービスの行です。二重に書き出していないか確かめてください。`,
  },
  "user-not-served": {
    code: "user-not-served",
    severity: "error",
    checks: "どの利用者にも、送り先の事業所のサービスの行が一つはあること",
    from: "標準仕様 サービスを提供していない事業所へ利用者の情報を送らないこと",
    says: ({
      insuredNumber,
      office,
    }: {
      readonly insuredNumber: string;
      readonly office: string;
    }): string =>
      `被保険者番号 ${insuredNumber} の方は、送り先 ${office} のサービスを使っていません。関係のない方の情報を送らないよう、この方の行をすべて除いてください。`,
  },
  "user-not-served-type": {
    code: "user-not-served",
    severity: "warning",
    checks: "どの利用者にも、送り先の事業所番号とサービス種類の行が一つはあること",
    from: "標準仕様 サービスを提供していない事業所へ利用者の情報を送らないこと",
    says: ({
      insuredNumber,
      type,
    }: {
      readonly insuredNumber: string;
      readonly type: string;
    }): string =>
      `被保険者番号 ${insuredNumber} の方には、送り先の事業所の行はありますが、ファイル名の種類 ${describeServiceType(type)} の行がありません。送り先が合っているか確かめてください。`,
  },
  "planning-office": {
    code: "office-mismatch",
    severity: "warning",
    checks: "プラン担当業者コードが、ファイル名の送信元（委託のやり取りでは送信先も）と同じこと",
    from: "標準仕様 ファイル名、CSVファイルレイアウト定義書 UPPLAN 項目6（予防の再送では委託元でもよいと読む）",
    says: ({ office, sender }: { readonly office: string; readonly sender: string }): string =>
      `プラン担当業者コードが ${office} ですが、ファイル名の送信元は ${sender} です。どちらが正しいか確かめてください。`,
  },
  "results-office": {
    code: "office-mismatch",
    severity: "error",
    checks: "実績とその削除の事業所番号が、ファイル名の送信元と同じこと",
    from: "標準仕様 実績は事業所番号とサービス種類ごと",
    says: ({ office, sender }: { readonly office: string; readonly sender: string }): string =>
      `サービス事業者コードが ${office} ですが、ファイル名の送信元は ${sender} です。送る事業所の分だけを書き出してください。`,
  },
  "results-type": {
    code: "office-mismatch",
    severity: "warning",
    checks: "実績とその削除のサービス種類が、ファイル名の送信元の種類と同じこと",
    from: "標準仕様 実績は事業所番号とサービス種類ごと",
    says: ({ type, sender }: { readonly type: string; readonly sender: string }): string =>
      `サービス種類 ${describeServiceType(type)} の行ですが、ファイル名の送信元の種類は ${describeServiceType(sender)} です。種類ごとに分けて書き出してください。`,
  },
  "deletion-twice": {
    code: "duplicate-key",
    severity: "warning",
    checks: "削除の同じ行が二つないこと",
    from: "実務（標準仕様に定めなし）",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じ削除です。片方を削除してください。`,
  },
  "too-much-to-compare": {
    code: "too-much-to-compare",
    severity: "warning",
    checks: "利用者と明細の数が、合計やほかのファイルと突き合わせられる範囲にあること",
    from: "このプログラムの限り",
    says: (): string =>
      "利用者や明細がとても多いため、合計やほかのファイルとの突き合わせができませんでした。送り先ごとに分けて書き出してください。",
  },
} as const;

export type SlipRules = typeof slipRules;

slipRules satisfies { readonly [name: string]: Rule };
