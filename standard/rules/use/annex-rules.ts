import { describeServiceType } from "../../layout/service-types.ts";
import type { Rule } from "../rule.ts";

/** Rules about one file of table 7: its subtotals, its grand total, and what adds up to them. */
export const annexRules = {
  "total-missing": {
    code: "total-missing",
    severity: "error",
    checks: "第7表のどの利用者にも合計行（999999）があること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9 備考",
    says: ({ insuredNumber }: { readonly insuredNumber: string }): string =>
      `被保険者番号 ${insuredNumber} の方の合計行（999999）がありません。合計行を入れて書き出し直してください。`,
  },
  "subtotal-missing": {
    code: "total-missing",
    severity: "error",
    checks: "一つの事業所に同じ種類の行が複数あるとき、小計行（種類コード＋AAAA）があること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9 備考（給付管理単位数のある行が2行以上のときに必要と読む）",
    says: ({ type, office }: { readonly type: string; readonly office: string }): string =>
      `事業所 ${office} の種類 ${describeServiceType(type)} は明細が2行以上ありますが、小計行（${type}AAAA）がありません。小計行を入れてください。`,
  },
  "subtotal-alone": {
    code: "orphan",
    severity: "error",
    checks: "小計行に、同じ事業所・種類の明細があること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目7・9 備考",
    says: ({ serviceCode, office }: SubtotalAbout): string =>
      `小計行（${serviceCode}）がありますが、事業所 ${office} のこの種類の明細がありません。小計行の事業所番号と種類を確かめてください。`,
  },
  "total-twice": {
    code: "duplicate-key",
    severity: "error",
    checks: "合計行が利用者に一つだけであること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9 備考",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じ利用者の合計行（999999）がもう一つあります。一つにしてください。`,
  },
  "subtotal-twice": {
    code: "duplicate-key",
    severity: "error",
    checks: "同じ事業所・種類の小計行が一つだけであること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9 備考",
    says: ({
      first,
      serviceCode,
    }: {
      readonly first: number;
      readonly serviceCode: string;
    }): string =>
      `${first}行目と同じ小計行（${serviceCode}）がもう一つあります。一つにしてください。`,
  },
  "annex-line-twice": {
    code: "duplicate-key",
    severity: "warning",
    checks: "事業所・サービス・単位数がすべて同じ明細が二つないこと（福祉用具貸与を除く）",
    from: "実務（同じ明細が二つあると単位数が二重に数えられる）",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じ事業所・サービス・単位数の行です。二重に書き出していないか確かめてください。`,
  },
  "total-office": {
    code: "total-office",
    severity: "error",
    checks: "合計行のサービス事業所コードが 9999999999 で、ほかの行ではそうでないこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目7 備考",
    says: ({ office, total }: { readonly office: string; readonly total: boolean }): string =>
      total
        ? `合計行のサービス事業所コードが ${office} です。9999999999 にしてください。`
        : `サービス事業所コード ${office} は合計行のものです。サービスの事業所番号にしてください。`,
  },
  "office-code": {
    code: "code",
    severity: "warning",
    checks: "第7表の事業所コード（項目34）が 9999999999 であること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目34 備考",
    says: ({ value }: { readonly value: string }): string =>
      `事業所コードが ${value} です。この項目はいつも 9999999999 にします。`,
  },
  "total-units": {
    code: "total-row",
    severity: "warning",
    checks: "小計行・合計行の単位数が 0 であること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目13 備考",
    says: ({ units }: { readonly units: string }): string =>
      `小計行・合計行の単位数が ${units} です。0 にしてください（合計はサービス単位金額に入れます）。`,
  },
  "total-discount": {
    code: "total-row",
    severity: "warning",
    checks: "小計行・合計行の割引後率と割引後単位数が空であること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目14・15 備考",
    says: ({ name }: { readonly name: string }): string =>
      `小計行・合計行の「${name}」は空にしてください。`,
  },
  "outside-managed": {
    code: "outside-limit",
    severity: "warning",
    checks: "限度額の対象外の小計行（EEEE）の給付管理単位数が空であること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目18 備考（0 も空と同じに読む）",
    says: ({ value }: { readonly value: string }): string =>
      `限度額の対象外の小計行に、給付管理単位数 ${value} が入っています。空にしてください。`,
  },
  "line-sum": {
    code: "sum-mismatch",
    severity: "error",
    checks: "明細のサービス単位金額が、単位数（割引後があればそれ）×回数であること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目13・15・16・17（月額は回数を掛けない、単位数 0 の率の加算は掛けない、とも読む）",
    says: ({
      sum,
      units,
      count,
    }: {
      readonly sum: number;
      readonly units: number;
      readonly count: number;
    }): string =>
      `サービス単位金額が ${sum} ですが、単位数 ${units} × 回数 ${count} は ${units * count} です。どれかの値を直してください。`,
  },
  "subtotal-sum": {
    code: "sum-mismatch",
    severity: "error",
    checks: "小計行が、同じ事業所・種類の明細の合計と同じこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9・17・18（明細を基準内・基準外・30日超に分ける読み方は、給付管理単位数の有無、30日超区分、残り、のどれでもよいと読む）",
    says: ({
      name,
      serviceCode,
      value,
      sum,
    }: SumAbout & { readonly serviceCode: string }): string =>
      `小計行（${serviceCode}）の「${name}」が ${value} ですが、明細を足すと ${sum} です。明細と小計のどちらかを直してください。`,
  },
  "total-sum": {
    code: "sum-mismatch",
    severity: "error",
    checks: "合計行が、小計行（小計のない種類は明細）の合計と同じこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目9・17〜29（単位数では、限度額の対象外と30日超の行は足しても足さなくてもよいと読む。金額はすべて足す）",
    says: ({ name, value, sum }: SumAbout): string =>
      `合計行の「${name}」が ${value} ですが、小計と明細を足すと ${sum} です。もとの値と合計のどちらかを直してください。`,
  },
  "limit-split": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "区分支給限度基準の超と内の単位数の和が、給付管理単位数と合うこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目17〜22（種類支給限度の超を除いた単位数、または減算後のサービス単位数でもよいと読む）",
    says: ({ excess, within, managed }: SplitAbout): string =>
      `区分支給限度基準を超える単位数 ${excess} と内の単位数 ${within} の和が、給付管理単位数 ${managed} と合いません。確かめてください。`,
  },
  "type-split": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "種類支給限度基準の超と内の単位数の和が、給付管理単位数と合うこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目17〜20（減算後のサービス単位数でもよいと読む）",
    says: ({ excess, within, managed }: SplitAbout): string =>
      `種類支給限度基準を超える単位数 ${excess} と内の単位数 ${within} の和が、給付管理単位数 ${managed} と合いません。確かめてください。`,
  },
  "short-stay-days": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "短期入所の累積利用日数が、前月までの日数と当月の計画日数の和であること",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目30〜32",
    says: ({ before, planned, total }: DaysAbout): string =>
      `累積利用日数が ${total} 日ですが、前月まで ${before} 日と当月の計画 ${planned} 日の和は ${before + planned} 日です。確かめてください。`,
  },
  "cost-split": {
    code: "sum-mismatch",
    severity: "warning",
    checks: "保険請求額と利用者負担の和が、費用総額と合うこと",
    from: "CSVファイルレイアウト定義書 UPSIKYU 項目24・26・27・28（定額利用者負担は足しても足さなくてもよいと読む。生活保護だけの方 H… は見ない）",
    says: ({
      cost,
      claimed,
      copay,
    }: {
      readonly cost: number;
      readonly claimed: number;
      readonly copay: number;
    }): string =>
      `費用総額が ${cost} ですが、保険／事業費請求額 ${claimed} と利用者負担 ${copay} の和は ${claimed + copay} です。確かめてください。`,
  },
} as const;

/** A field whose value is not the sum of what belongs to it. */
type SumAbout = { readonly name: string; readonly value: number; readonly sum: number };

/** Units of a row that go beyond a limit, those that do not, and what they are parts of. */
type SplitAbout = { readonly excess: number; readonly within: number; readonly managed: number };

type SubtotalAbout = { readonly serviceCode: string; readonly office: string };

type DaysAbout = { readonly before: number; readonly planned: number; readonly total: number };

export type AnnexRules = typeof annexRules;

annexRules satisfies { readonly [name: string]: Rule };
