import { type Edition, lackOf } from "../layout/versions.ts";
import { describeUnmappable } from "../ms932/encode.ts";
import type { Rule } from "./rule.ts";
import { shortened } from "./shortened.ts";

type Named = { readonly name: string };
type NamedValue = { readonly name: string; readonly value: string };
type Wanted = { readonly name: string; readonly value: string; readonly wanted: string };
type TooLong = { readonly name: string; readonly count: number; readonly length: number };

type Plain = { readonly plain: string };

/** A character that MS932 does not have, and what may be written for it; an empty text: it is left out. */
type UnmappableCharacter = {
  readonly character: string;
  readonly likeness: string | undefined;
};

/** Rules about one value of a field: required, length, form, code, characters, version, month. */
export const valueRules = {
  required: {
    code: "required",
    severity: "error",
    checks: "必須の項目に値があること",
    from: "CSVファイルレイアウト定義書 必須",
    says: ({ name }: Named): string =>
      `「${name}」が空です。必ず入れる項目です。値を入れてください。`,
  },
  needed: {
    code: "required",
    severity: "warning",
    checks: "備考で入れることになっている項目に値があること",
    from: "CSVファイルレイアウト定義書 備考",
    says: ({ name }: Named): string => `「${name}」が空です。標準では入れることになっています。`,
  },
  format: {
    code: "format",
    severity: "error",
    checks: "値が項目の形式（数字、日付、時刻など）のとおりであること",
    from: "CSVファイルレイアウト定義書 形式",
    says: ({ name, value, wanted }: Wanted): string =>
      `「${name}」の値「${shortened(value)}」は正しくありません。${wanted}。`,
  },
  "full-width": {
    code: "format",
    severity: "error",
    checks: "数字やコードが半角で書かれていること",
    from: "CSVファイルレイアウト定義書 形式",
    says: ({ name, value, plain }: NamedValue & Plain): string =>
      `「${name}」の値「${shortened(value)}」が全角で書かれています。半角の「${plain}」にしてください。`,
  },
  "spaces-around": {
    code: "format",
    severity: "error",
    checks: "数字やコードの前後に空白がないこと",
    from: "CSVファイルレイアウト定義書 形式",
    says: ({ name, plain }: Named & Plain): string =>
      `「${name}」の値の前後に空白があります。「${plain}」だけにしてください。`,
  },
  "lower-case": {
    code: "format",
    severity: "error",
    checks: "番号やコードの英字が大文字であること",
    from: "CSVファイルレイアウト定義書 形式",
    says: ({ name, value, plain }: NamedValue & Plain): string =>
      `「${name}」の値「${shortened(value)}」の英字が小文字です。大文字の「${plain}」にしてください。`,
  },
  "decimal-places": {
    code: "format",
    severity: "warning",
    checks: "単価などの小数が小数点以下2桁で書かれていること",
    from: "CSVファイルレイアウト定義書 形式 99.99",
    says: ({ name, value }: NamedValue): string =>
      `「${name}」の値「${shortened(value)}」は小数点以下2桁（例 10.00）で書きます。`,
  },
  "length-exact": {
    code: "length",
    severity: "error",
    checks: "番号やコードの桁数がレイアウトのとおりであること",
    from: "CSVファイルレイアウト定義書 桁数",
    says: ({ name, value, length }: NamedValue & { readonly length: number }): string =>
      `「${name}」の値「${shortened(value)}」は ${value.length} 桁です。${length} 桁にしてください。`,
  },
  "length-at-most": {
    code: "length",
    severity: "error",
    checks: "値が項目の桁数を超えないこと",
    from: "CSVファイルレイアウト定義書 桁数",
    says: ({ name, count, length }: TooLong): string =>
      `「${name}」は ${length} 文字までですが、${count} 文字あります。短くしてください。`,
  },
  "length-in-doubt": {
    code: "length",
    severity: "warning",
    checks: "標準の表と例で桁数が食い違う項目の桁数が、表のとおりであること",
    from: "CSVファイルレイアウト定義書 桁数（標準の表と例が食い違う項目）",
    says: ({ name, count, length }: TooLong): string =>
      `「${name}」は標準の表では ${length} 桁ですが、${count} 桁あります。念のため確かめてください。`,
  },
  "date-of-six-digits": {
    code: "length",
    severity: "error",
    checks: "日付が8桁であること",
    from: "CSVファイルレイアウト定義書 形式 YYYYMMDD",
    says: ({ name, value, wanted }: Wanted): string =>
      `「${name}」の値「${value}」は6桁です。${wanted}。`,
  },
  "date-of-six-digits-in-doubt": {
    code: "length",
    severity: "warning",
    checks: "相談日が8桁であること",
    from: "CSVファイルレイアウト定義書 形式 YYYYMMDD（標準の例に6桁がある項目）",
    says: ({ name, value, wanted }: Wanted): string =>
      `「${name}」の値「${value}」は6桁です。${wanted}。`,
  },
  "insured-of-nine-digits": {
    code: "length",
    severity: "warning",
    checks: "被保険者番号が10桁であること",
    from: "CSVファイルレイアウト定義書 被保険者番号（標準の例に9桁がある）",
    says: ({ name }: Named): string =>
      `「${name}」が9桁です。先頭の 0 が落ちていないか確かめてください。`,
  },
  code: {
    code: "code",
    severity: "error",
    checks: "コードの値がコード表にあること",
    from: "CSVファイルレイアウト定義書 コード表",
    says: ({ name, value, choices }: NamedValue & { readonly choices: string }): string =>
      `「${name}」の値「${shortened(value)}」はコード表にありません。${choices} のどれかにしてください。`,
  },
  "unreadable-bytes": {
    code: "encoding",
    severity: "error",
    checks: "文字として読めないバイトがないこと",
    from: "標準仕様 CSVファイルの形式（文字コード MS932）",
    says: ({ bytes }: { readonly bytes: string | undefined }): string =>
      `文字として読めないところ${bytes === undefined ? "" : `（バイト ${bytes}）`}があります。元の字を確かめて、書き出し直してください。`,
  },
  "user-defined-character": {
    code: "unmappable-character",
    severity: "error",
    checks: "外字がないこと",
    from: "標準仕様 CSVファイルの形式（外字は使わない）",
    says: ({ bytes }: { readonly bytes: string }): string =>
      `外字（${bytes}）が使われています。相手のパソコンでは読めません。外字を使わない字に直してください。`,
  },
  "unmappable-character": {
    code: "unmappable-character",
    severity: "error",
    checks: "MS932 にない文字がないこと",
    from: "標準仕様 CSVファイルの形式（文字コード MS932）",
    says: ({ characters }: { readonly characters: readonly UnmappableCharacter[] }): string =>
      characters.map(({ character, likeness }) => describeUnmappable(character, likeness)).join(""),
  },
  "double-character": {
    code: "double-character",
    severity: "warning",
    checks:
      "同じ字に二つある文字コード（NEC選定IBM拡張文字など）のうち、Windows が書くほうであること",
    from: "標準仕様 CSVファイルの形式（文字コード MS932）",
    says: ({ characters }: { readonly characters: string }): string =>
      `「${shortened(characters)}」は、同じ字に二つある文字コードのうち、Windows が書かないほうで書かれています。相手のソフトで化けることがあります。`,
  },
  "half-width-kana": {
    code: "half-width-kana",
    severity: "warning",
    checks: "半角のカナがないこと",
    from: "実務（取り込みで全角に変わる、または化ける）",
    says: ({ name }: Named): string =>
      `「${name}」に半角のカナがあります。全角のカナにしておくと確実です。`,
  },
  "control-character": {
    code: "control-character",
    severity: "error",
    checks: "目に見えない制御文字がないこと",
    from: "実務（取り込みで止まる）",
    says: ({ byte }: { readonly byte: string }): string =>
      `目に見えない制御文字（${byte}）があります。削除してください。`,
  },
  "version-unknown": {
    code: "version-unknown",
    severity: "error",
    checks: "CSVバージョンが知られた版のものであること",
    from: "標準仕様 CSVバージョン",
    says: ({ version, current }: { readonly version: string; readonly current: string }): string =>
      `CSVバージョン「${version}」は知られていません。4.1版の ${current} で書き出してください。`,
  },
  "version-old": {
    code: "version-old",
    severity: "warning",
    checks: "CSVバージョンが今の版（4.1版）のものであること",
    from: "標準仕様 CSVバージョン",
    says: ({ edition, current }: { readonly edition: Edition; readonly current: string }): string =>
      `CSVバージョン「${edition.version}」は ${edition.name}版のものです。${lackOf(edition)}4.1版（${current}）の決まりで確かめました。`,
  },
  "version-mixed": {
    code: "version-mixed",
    severity: "error",
    checks: "一つのファイルの CSVバージョンが同じであること",
    from: "標準仕様 CSVバージョン",
    says: ({ version, first }: { readonly version: string; readonly first: string }): string =>
      `CSVバージョンが1行目の「${first}」と違い「${version}」です。一つのファイルでは同じにしてください。`,
  },
  "month-mixed": {
    code: "month-mixed",
    severity: "error",
    checks: "一つのファイルの対象年月が同じであること",
    from: "標準仕様 ファイル名（一つのファイルには一月分）",
    says: ({
      name,
      month,
      first,
    }: {
      readonly name: string;
      readonly month: string;
      readonly first: string;
    }): string =>
      `「${name}」が ${month} です。このファイルのほかの行は ${first} です。一つのファイルには一月分だけを入れてください。`,
  },
  "month-mismatch": {
    code: "month-mismatch",
    severity: "error",
    checks: "対象年月がファイル名の年月と同じであること",
    from: "標準仕様 ファイル名（年月）",
    says: ({
      name,
      month,
      named,
    }: {
      readonly name: string;
      readonly month: string;
      readonly named: string;
    }): string =>
      `「${name}」が ${month} ですが、ファイル名の年月は ${named} です。どちらが正しいか確かめて、揃えてください。`,
  },
  "date-outside-month": {
    code: "date-outside-month",
    severity: "error",
    checks: "サービス利用日が対象年月の中の日であること",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目10 備考",
    says: ({
      name,
      date,
      month,
    }: {
      readonly name: string;
      readonly date: string;
      readonly month: string;
    }): string =>
      `「${name}」の ${date} は対象年月 ${month} の日ではありません。日付か対象年月を直してください。`,
  },
} as const;

export type ValueRules = typeof valueRules;

valueRules satisfies { readonly [name: string]: Rule };
