/**
 * What a service type is to plans of use and results.
 * - `care`, `preventive`, `municipal`: 介護給付, 予防給付 and 総合事業; their rows stand in tables 6 and 7
 * - `out-of-scope`: its rows are left out of tables 6 and 7
 * - `management`: care management itself, a sender or receiver but no row
 */
export type ServiceScope = "care" | "preventive" | "municipal" | "out-of-scope" | "management";

/** サービス種類コード by scope, each with its name. Source: the standard's list of services in scope; public names. */
const scopes: {
  readonly [Scope in ServiceScope]: readonly (readonly [type: string, name: string])[];
} = {
  care: [
    ["11", "訪問介護"],
    ["12", "訪問入浴介護"],
    ["13", "訪問看護"],
    ["14", "訪問リハビリテーション"],
    ["15", "通所介護"],
    ["16", "通所リハビリテーション"],
    ["17", "福祉用具貸与"],
    ["21", "短期入所生活介護"],
    ["22", "短期入所療養介護（介護老人保健施設）"],
    ["23", "短期入所療養介護（病院等）"],
    ["2A", "短期入所療養介護（介護医療院）"],
    ["27", "特定施設入居者生活介護（短期利用）"],
    ["28", "地域密着型特定施設入居者生活介護（短期利用）"],
    ["31", "居宅療養管理指導"],
    ["38", "認知症対応型共同生活介護（短期利用）"],
    ["68", "小規模多機能型居宅介護（短期利用）"],
    ["71", "夜間対応型訪問介護"],
    ["72", "認知症対応型通所介護"],
    ["73", "小規模多機能型居宅介護"],
    ["76", "定期巡回・随時対応型訪問介護看護"],
    ["77", "看護小規模多機能型居宅介護"],
    ["78", "地域密着型通所介護"],
    ["79", "看護小規模多機能型居宅介護（短期利用）"],
  ],
  preventive: [
    ["24", "介護予防短期入所生活介護"],
    ["25", "介護予防短期入所療養介護（介護老人保健施設）"],
    ["26", "介護予防短期入所療養介護（病院等）"],
    ["2B", "介護予防短期入所療養介護（介護医療院）"],
    ["34", "介護予防居宅療養管理指導"],
    ["39", "介護予防認知症対応型共同生活介護（短期利用）"],
    ["62", "介護予防訪問入浴介護"],
    ["63", "介護予防訪問看護"],
    ["64", "介護予防訪問リハビリテーション"],
    ["66", "介護予防通所リハビリテーション"],
    ["67", "介護予防福祉用具貸与"],
    ["69", "介護予防小規模多機能型居宅介護（短期利用）"],
    ["74", "介護予防認知症対応型通所介護"],
    ["75", "介護予防小規模多機能型居宅介護"],
  ],
  municipal: [
    ["A1", "訪問型サービス（みなし）"],
    ["A2", "訪問型サービス（独自）"],
    ["A3", "訪問型サービス（独自・定率）"],
    ["A4", "訪問型サービス（独自・定額）"],
    ["A5", "通所型サービス（みなし）"],
    ["A6", "通所型サービス（独自）"],
    ["A7", "通所型サービス（独自・定率）"],
    ["A8", "通所型サービス（独自・定額）"],
  ],
  "out-of-scope": [
    ["32", "認知症対応型共同生活介護"],
    ["33", "特定施設入居者生活介護"],
    ["35", "介護予防特定施設入居者生活介護"],
    ["36", "地域密着型特定施設入居者生活介護"],
    ["37", "介護予防認知症対応型共同生活介護"],
    ["41", "特定福祉用具販売"],
    ["42", "住宅改修"],
    ["44", "特定介護予防福祉用具販売"],
    ["45", "介護予防住宅改修"],
    ["51", "介護福祉施設サービス"],
    ["52", "介護保健施設サービス"],
    ["53", "介護療養施設サービス"],
    ["54", "地域密着型介護老人福祉施設"],
    ["59", "特定入所者介護サービス等"],
    ["81", "連携の対象でないサービス"],
  ],
  management: [
    ["43", "居宅介護支援"],
    ["46", "介護予防支援"],
  ],
};

const known: ReadonlyMap<string, { readonly scope: ServiceScope; readonly name: string }> = new Map(
  (Object.keys(scopes) as ServiceScope[]).flatMap((scope) =>
    scopes[scope].map(([type, name]) => [type, { scope, name }] as const),
  ),
);

/** What a service type is to plans and results; undefined when it is not known. */
export function scopeOf(serviceType: string): ServiceScope | undefined {
  return known.get(serviceType)?.scope;
}

/** The name of a service type, e.g. 訪問介護 for `11`; undefined when it is not known. */
export function serviceTypeName(serviceType: string): string | undefined {
  return known.get(serviceType)?.name;
}

/** A service type as people know it, e.g. 11（訪問介護）; the code alone when it is not known. */
export function describeServiceType(serviceType: string): string {
  const name = serviceTypeName(serviceType);
  return name === undefined ? serviceType : `${serviceType}（${name}）`;
}

/** Whether rows of a service type stand in tables 6 and 7. */
export function isInScope(serviceType: string): boolean {
  const scope = scopeOf(serviceType);
  return scope === "care" || scope === "preventive" || scope === "municipal";
}

/** Whether offices of a type manage care (43 居宅介護支援, 46 介護予防支援) and give no service of their own. */
export function isCareManagement(serviceType: string): boolean {
  return scopeOf(serviceType) === "management";
}

/** Whether a type is rental of equipment 福祉用具貸与. */
export function isEquipmentRental(serviceType: string): boolean {
  return serviceType === "17" || serviceType === "67";
}

/** Whether services of a type may be paid by the month, however many visits there are. */
export function mayBeMonthly(serviceType: string): boolean {
  return monthlyTypes.has(serviceType) || scopeOf(serviceType) === "municipal";
}

/** 夜間対応型訪問介護, 小規模多機能 and 看護小規模多機能, 定期巡回・随時対応型, 介護予防通所リハビリテーション. */
const monthlyTypes: ReadonlySet<string> = new Set(["66", "71", "73", "75", "76", "77"]);
