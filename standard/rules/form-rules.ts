import type { Rule } from "./rule.ts";
import { shortened } from "./shortened.ts";

/** Whether the rows after a lost one could be read. */
type GoesOn = { readonly goesOn: boolean };

type Omitted = Pick<Rule, "severity" | "checks"> & { readonly count: number };

function restSaid(goesOn: boolean): string {
  return goesOn
    ? "この行だけ飛ばして、次の行から確かめました。"
    : "この行から先は読めませんでした。";
}

function omittedSaid(omitted: readonly Omitted[]): string {
  const sum = omitted.reduce((total, { count }) => total + count, 0);
  const kinds = omitted.map(({ severity, checks, count }) => {
    const what = severity === "error" ? "誤り" : "注意";
    return `「${checks}」の${what} ${count} 件`;
  });
  return `ほかに ${sum} 件あります（${kinds.join("、")}）。同じことが続いているので、上の分を直してから、もう一度確かめてください。`;
}

/** Rules about a file as bytes and text: its name, encoding, lines, quotes, number of fields. */
export const formRules = {
  "file-name": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名が標準の形であること",
    from: "標準仕様 ファイル名",
    says: ({ reason }: { readonly reason: string }): string => shortened(reason, 400),
  },
  "image-format": {
    code: "image-format",
    severity: "error",
    checks: "家族構成の画像が JPEG であること",
    from: "CSVファイルレイアウト定義書 UPKIHON 項目62",
    says: (): string => "JPEG の画像ではありません。JPEG で保存し直してください。",
  },
  "empty-file": {
    code: "empty-file",
    severity: "error",
    checks: "ファイルが空でないこと",
    from: "実務（取り込むものがない）",
    says: (): string => "ファイルが空です。介護ソフトから書き出し直してください。",
  },
  "no-data": {
    code: "empty-file",
    severity: "error",
    checks: "データの行が1行以上あること",
    from: "実務（取り込むものがない）",
    says: (): string => "データの行がありません。介護ソフトから書き出し直してください。",
  },
  "utf-8": {
    code: "encoding",
    severity: "error",
    checks: "文字コードが UTF-8 でないこと",
    from: "標準仕様 CSVファイルの形式（文字コード MS932）",
    says: (): string => "文字コードが UTF-8 です。MS932（シフトJIS）で保存し直してください。",
  },
  "utf-16": {
    code: "encoding",
    severity: "error",
    checks: "文字コードが UTF-16 でないこと",
    from: "標準仕様 CSVファイルの形式（文字コード MS932）",
    says: (): string =>
      "文字コードが UTF-16（Unicode）です。MS932（シフトJIS）で保存し直してください。",
  },
  "header-row": {
    code: "header-row",
    severity: "error",
    checks: "1行目が項目名の見出しになっていないこと",
    from: "標準仕様 CSVファイルの形式（見出し行なし）",
    says: (): string =>
      "1行目が項目名の見出しです。見出しの行は入れられません。1行目を削除してください。",
  },
  "line-end": {
    code: "line-end",
    severity: "error",
    checks: "行の終わりが CR LF であること",
    from: "標準仕様 CSVファイルの形式（改行 CR LF）",
    says: ({ ending, count }: { readonly ending: "LF" | "CR"; readonly count: number }): string =>
      `行の終わりが ${ending} だけの行が ${count} 行あります。行の終わりは CR LF（Windows の改行）にしてください。`,
  },
  "last-line-end": {
    code: "line-end",
    severity: "warning",
    checks: "最後の行も CR LF で終わること",
    from: "標準仕様 CSVファイルの形式（改行 CR LF）",
    says: (): string => "最後の行の終わりに改行がありません。",
  },
  "field-count": {
    code: "field-count",
    severity: "error",
    checks: "1行の項目の数がレイアウトのとおりであること",
    from: "CSVファイルレイアウト定義書",
    says: ({ count, wanted }: { readonly count: number; readonly wanted: number }): string =>
      `項目の数が ${count} です。${wanted} 項目にしてください（「,」の過不足がないか確かめてください）。`,
  },
  "empty-row": {
    code: "field-count",
    severity: "error",
    checks: "空の行がないこと",
    from: "標準仕様 CSVファイルの形式（1行1レコード）",
    says: (): string => "空の行です。削除してください。",
  },
  "trailing-commas": {
    code: "field-count",
    severity: "error",
    checks: "行の終わりに余分な「,」がないこと",
    from: "CSVファイルレイアウト定義書",
    says: ({ count, wanted }: { readonly count: number; readonly wanted: number }): string =>
      `行の終わりに「,」が ${count - wanted} 個多く付いています。余分な「,」を取り除いてください。`,
  },
  "row-too-long": {
    code: "too-large",
    severity: "error",
    checks: "1行が読める長さ（1 MB まで）であること",
    from: "実務（取り込みで止まる）",
    says: ({ goesOn }: GoesOn): string =>
      `この行は 1 MB を超えていて読めません。CSV のファイルか、途中で壊れていないか確かめてください。${restSaid(goesOn)}`,
  },
  "stray-quote": {
    code: "quote",
    severity: "error",
    checks: '文の中の「"」が「""」と二つ書かれていること',
    from: '標準仕様 CSVファイルの形式（「"」で囲む）',
    says: ({ goesOn }: GoesOn): string =>
      `引用符「"」の使い方が正しくありません。文の中の「"」は「""」と二つ書きます。${restSaid(goesOn)}`,
  },
  "open-quote": {
    code: "quote",
    severity: "error",
    checks: '「"」で始まる値が「"」で閉じられていること',
    from: '標準仕様 CSVファイルの形式（「"」で囲む）',
    says: ({ goesOn }: GoesOn): string =>
      `引用符「"」で始まる値が閉じられていません。値の終わりにも「"」を付けてください。${restSaid(goesOn)}`,
  },
  "text-without-quotes": {
    code: "quote",
    severity: "warning",
    checks: '文字の項目が「"」で囲まれていること',
    from: '標準仕様 CSVファイルの形式（「"」で囲む）',
    says: ({ name, count }: { readonly name: string; readonly count: number }): string =>
      `「${name}」は文字の項目なので「"」で囲みます（囲まれていない行: ${count} 行）。`,
  },
  "quotes-without-text": {
    code: "quote",
    severity: "warning",
    checks: '文字の項目でない値が「"」で囲まれていないこと',
    from: '標準仕様 CSVファイルの形式（「"」で囲む）',
    says: ({ name, count }: { readonly name: string; readonly count: number }): string =>
      `「${name}」は「"」で囲まない項目です（囲まれている行: ${count} 行）。`,
  },
  "findings-omitted": {
    code: "findings-omitted",
    severity: "warning",
    checks: "一つのファイルの注意が多すぎないこと（多い分は件数だけ示す）",
    from: "実務（同じ誤りが続くとき、ほかの誤りを隠さない）",
    says: (omitted: readonly Omitted[]): string => omittedSaid(omitted),
  },
  "errors-omitted": {
    code: "findings-omitted",
    severity: "error",
    checks: "一つのファイルの誤りが多すぎないこと（多い分は件数だけ示す）",
    from: "実務（同じ誤りが続くとき、ほかの誤りを隠さない）",
    says: (omitted: readonly Omitted[]): string => omittedSaid(omitted),
  },
} as const;

export type FormRules = typeof formRules;

formRules satisfies { readonly [name: string]: Rule };
