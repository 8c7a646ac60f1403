import { describeServiceType } from "../../layout/service-types.ts";
import type { Rule } from "../rule.ts";

type User = { readonly insuredNumber: string };

/** A line of a user: a service of an office. */
type Line = User & { readonly office: string; readonly serviceCode: string };

/** Rules between the files of a plan of use, and between plans and results that were given together. */
export const togetherRules = {
  "annex-without-plan": {
    code: "orphan",
    severity: "error",
    checks: "第7表の利用者が第6表にもいること",
    from: "標準仕様 ファイル間の紐付け（第6表が親）",
    says: ({ insuredNumber }: User): string =>
      `被保険者番号 ${insuredNumber} の方は第7表（UPSIKYU）にいますが、第6表（UPPLAN）にいません。第6表に加えるか、第7表から除いてください。`,
  },
  "supplement-without-plan": {
    code: "orphan",
    severity: "error",
    checks: "利用者補足情報の利用者が第6表にもいること",
    from: "標準仕様 ファイル間の紐付け（第6表が親）",
    says: ({ insuredNumber }: User): string =>
      `被保険者番号 ${insuredNumber} の方は利用者補足情報（UPHOSOKU）にいますが、第6表（UPPLAN）にいません。第6表に加えるか、補足情報から除いてください。`,
  },
  "user-without-annex": {
    code: "orphan",
    severity: "error",
    checks: "第6表の利用者が第7表にもいること",
    from: "標準仕様 ファイル間の紐付け（第6表が親）、合計行は常に必要",
    says: ({ insuredNumber }: User): string =>
      `被保険者番号 ${insuredNumber} の方は第6表（UPPLAN）にいますが、第7表（UPSIKYU）の行がありません。第7表に加えてください。`,
  },
  "user-without-supplement": {
    code: "orphan",
    severity: "error",
    checks: "第6表の利用者が利用者補足情報にもいること",
    from: "標準仕様 送信単位（6・7表と利用者補足情報）",
    says: ({ insuredNumber }: User): string =>
      `被保険者番号 ${insuredNumber} の方は第6表（UPPLAN）にいますが、利用者補足情報（UPHOSOKU）の行がありません。補足情報に加えてください。`,
  },
  "count-mismatch": {
    code: "sum-mismatch",
    severity: "error",
    checks: "時刻のあるサービスの第6表の回数の和が、第7表の回数と同じこと",
    from: "CSVファイルレイアウト定義書 UPPLAN 項目14、UPSIKYU 項目16",
    says: ({ insuredNumber, serviceCode, planned, annexed }: CountAbout): string =>
      `被保険者番号 ${insuredNumber} の方のサービス ${serviceCode} は、第6表では ${planned} 回、第7表では ${annexed} 回です。どちらかを直してください。`,
  },
  "count-mismatch-flat": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "日割や時刻のないサービスの第6表の回数が、第7表の回数・日数と合うこと",
    from: "CSVファイルレイアウト定義書 UPPLAN 項目11・14、UPSIKYU 項目16（回数の和、行の数、利用日の数、日割の日数、1 のどれでもよいと読む）",
    says: ({ insuredNumber, serviceCode, planned, annexed }: CountAbout): string =>
      `被保険者番号 ${insuredNumber} の方のサービス ${serviceCode} は、第6表では ${planned} 回、第7表では ${annexed} 回です。日割や月額の数え方を確かめてください。`,
  },
  "units-mismatch": {
    code: "sum-mismatch",
    severity: "error",
    checks: "時刻のあるサービスの第6表の単位数が、第7表の単位数（割引後があればそれ）と同じこと",
    from: "CSVファイルレイアウト定義書 UPPLAN 項目8、UPSIKYU 項目13・15",
    says: ({ insuredNumber, serviceCode, planned, annexed }: CountAbout): string =>
      `被保険者番号 ${insuredNumber} の方のサービス ${serviceCode} は、第6表では ${planned} 単位、第7表では ${annexed} 単位です。どちらかを直してください。`,
  },
  "units-mismatch-flat": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "日割や時刻のないサービスの第6表の単位数が、第7表の単位数と合うこと",
    from: "CSVファイルレイアウト定義書 UPPLAN 項目8、UPSIKYU 項目13・15・17（率の加算の 0 は見ない。1日分でも月の合計でもよいと読む）",
    says: ({ insuredNumber, serviceCode, planned, annexed }: CountAbout): string =>
      `被保険者番号 ${insuredNumber} の方のサービス ${serviceCode} は、第6表では ${planned} 単位、第7表では ${annexed} 単位です。確かめてください。`,
  },
  "line-only-in-plan": {
    code: "sum-mismatch",
    severity: "error",
    checks: "第6表のサービスが第7表にもあること",
    from: "標準仕様 6・7表には利用者のすべての事業所の行を入れる",
    says: ({ insuredNumber, office, serviceCode }: Line): string =>
      `被保険者番号 ${insuredNumber} の方の、事業所 ${office} のサービス ${serviceCode} が第7表（UPSIKYU）にありません。第7表に加えてください。`,
  },
  "line-only-in-annex": {
    code: "sum-mismatch",
    severity: "error",
    checks: "第7表の給付管理の対象のサービスが第6表にもあること",
    from: "標準仕様 6・7表には利用者のすべての事業所の行を入れる",
    says: ({ insuredNumber, office, serviceCode }: Line): string =>
      `被保険者番号 ${insuredNumber} の方の、事業所 ${office} のサービス ${serviceCode} が第6表（UPPLAN）にありません。第6表に加えるか、第7表から除いてください。`,
  },
  "addition-only-in-annex": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "第7表の給付管理単位数が空の明細も第6表にあること",
    from: "標準仕様 6・7表には利用者のすべての事業所の行を入れる（率の加算などは第7表だけに書くこともあると読む）",
    says: ({ insuredNumber, office, serviceCode }: Line): string =>
      `被保険者番号 ${insuredNumber} の方の、事業所 ${office} のサービス ${serviceCode} が第6表（UPPLAN）にありません。加算などで第7表だけでよいか確かめてください。`,
  },
  "over-limit": {
    code: "over-limit",
    severity: "error",
    checks: "合計行の区分支給限度基準内単位数が、利用者の区分支給限度基準額を超えないこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目22、UPHOSOKU 項目19（限度額の対象外の行を足した合計も、足さない合計もあると読む）",
    says: ({ insuredNumber, units, limit }: LimitAbout): string =>
      `被保険者番号 ${insuredNumber} の方の限度内の単位数が ${units} で、区分支給限度基準額 ${limit} を超えています。超える分は「区分支給限度基準超単位数」に入れてください。`,
  },
  "excess-not-shown": {
    code: "over-limit",
    severity: "error",
    checks: "給付管理単位数が限度額を超えるとき、超える分が区分支給限度基準超単位数にあること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目18・19・21、UPHOSOKU 項目19",
    says: ({ insuredNumber, units, limit }: LimitAbout): string =>
      `被保険者番号 ${insuredNumber} の方の給付管理単位数は ${units} で、区分支給限度基準額 ${limit} を超えていますが、合計行の「区分支給限度基準超単位数」がありません。超える ${units - limit} 単位を入れてください。`,
  },
  "type-units": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "利用者補足情報の種類別の合計単位数が、第7表のその種類の給付管理単位数の和であること",
    from: "CSVファイルレイアウト定義書 UPHOSOKU 項目20〜55（医療の短期入所は 22、予防では 25 にまとめる）",
    says: ({
      insuredNumber,
      type,
      units,
      sum,
    }: User & { readonly type: string; readonly units: number; readonly sum: number }): string =>
      `被保険者番号 ${insuredNumber} の方の種類 ${describeServiceType(type)} の合計単位数が、補足情報では ${units}、第7表では ${sum} です。確かめてください。`,
  },
  "result-without-plan": {
    code: "orphan",
    severity: "warning",
    checks: "実績の利用者とサービス種類が、一緒に渡された同じ月の予定にあること",
    from: "標準仕様 実績は予定に利用者・対象年月・事業所・種類で答える",
    says: ({ insuredNumber, type }: User & { readonly type: string }): string =>
      `被保険者番号 ${insuredNumber} の方の種類 ${describeServiceType(type)} の実績がありますが、この事業所への予定にありません。予定にないサービスか、番号の誤りか確かめてください。`,
  },
} as const;

type CountAbout = User & {
  readonly serviceCode: string;
  readonly planned: number;
  readonly annexed: number;
};

type LimitAbout = User & { readonly units: number; readonly limit: number };

export type TogetherRules = typeof togetherRules;

togetherRules satisfies { readonly [name: string]: Rule };
