import type { Rule } from "../rule.ts";

/** Rules about one file of the supplement 利用者補足情報. */
export const supplementRules = {
  "supplement-twice": {
    code: "duplicate-key",
    severity: "error",
    checks: "利用者補足情報が、利用者（1〜3表では計画の日ごと）に1行であること",
    from: "標準仕様 ファイル間の紐付け",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じ利用者の行です。一人1行にしてください。`,
  },
  "plan-date-missing": {
    code: "plan-date",
    severity: "error",
    checks: "1〜3表と送る利用者補足情報に、第1表の作成（変更）日があること",
    from: "CSVファイルレイアウト定義書 UPHOSOKU 項目4 備考",
    says: (): string =>
      "居宅サービス計画作成（変更）日が 00000000 です。1〜3表と送るときは、第1表と同じ日付を入れてください。",
  },
  "plan-date-with-use": {
    code: "plan-date",
    severity: "warning",
    checks: "6・7表と送る利用者補足情報の、居宅サービス計画作成（変更）日が 00000000 であること",
    from: "CSVファイルレイアウト定義書 UPHOSOKU 項目4 備考",
    says: ({ date }: { readonly date: string }): string =>
      `居宅サービス計画作成（変更）日が ${date} です。6・7表と送るときは 00000000 にします。`,
  },
  "limit-above-law": {
    code: "over-limit",
    severity: "warning",
    checks: "区分支給限度基準額が、要介護状態区分の法定の額を超えないこと",
    from: "介護保険法 区分支給限度基準額（月の途中で変わったときは高いほう。事業対象者は要支援２の額まで認められる。市町村の上乗せがあり得る）",
    says: ({ limit, level, law }: LimitAbout): string =>
      `区分支給限度基準額が ${limit} 単位ですが、${level}は ${law} 単位までです。要介護状態区分か限度額を確かめてください。`,
  },
  "limit-below-law": {
    code: "over-limit",
    severity: "warning",
    checks: "区分支給限度基準額が、要介護状態区分の法定の額を下回らないこと",
    from: "介護保険法 区分支給限度基準額（月の途中で変わったときは高いほう。事業対象者は見ない）",
    says: ({ limit, level, law }: LimitAbout): string =>
      `区分支給限度基準額が ${limit} 単位ですが、${level}は ${law} 単位です。要介護状態区分か限度額を確かめてください。`,
  },
  "type-limit-order": {
    code: "type-limit",
    severity: "warning",
    checks: "種類別の欄が 1 から順に、空きなく使われていること",
    from: "CSVファイルレイアウト定義書 UPHOSOKU 項目20〜55 備考",
    says: ({ place, empty }: { readonly place: number; readonly empty: number }): string =>
      `種類別の ${empty} 番目の欄が空なのに、${place} 番目の欄に値があります。1 番目から順に詰めてください。`,
  },
  "type-limit-excess": {
    code: "type-limit",
    severity: "warning",
    checks: "種類別の限度超単位数が、合計単位数から支給限度基準額を引いたものであること",
    from: "CSVファイルレイアウト定義書 UPHOSOKU 項目20〜55",
    says: ({
      place,
      excess,
      expected,
    }: {
      readonly place: number;
      readonly excess: number;
      readonly expected: number;
    }): string =>
      `種類別の ${place} 番目の限度超単位数が ${excess} ですが、合計単位数と限度額からは ${expected} になります。確かめてください。`,
  },
  "type-limit-sum": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "合計限度超単位数が、種類別の限度超単位数の和であること",
    from: "CSVファイルレイアウト定義書 UPHOSOKU 項目56",
    says: ({ total, sum }: { readonly total: number; readonly sum: number }): string =>
      `合計限度超単位数が ${total} ですが、種類別の限度超単位数を足すと ${sum} です。確かめてください。`,
  },
} as const;

/** A user's limit, and what the law grants to the care level. */
type LimitAbout = { readonly limit: number; readonly level: string; readonly law: number };

export type SupplementRules = typeof supplementRules;

supplementRules satisfies { readonly [name: string]: Rule };
