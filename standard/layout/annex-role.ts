/**
 * What a row of table 7 is, told by its サービスコード.
 * - `detail`: a service 明細
 * - `inside`, `outside`, `past-30-days`: the subtotals 小計 of a service type: inside the limit (type and AAAA), outside
 *   it (EEEE), past 30 days of short stay (ZZZZ)
 * - `total`: the grand total 合計 (999999)
 */
export type AnnexRole = "detail" | "inside" | "outside" | "past-30-days" | "total";

const subtotals: ReadonlyMap<string, AnnexRole> = new Map([
  ["AAAA", "inside"],
  ["EEEE", "outside"],
  ["ZZZZ", "past-30-days"],
]);

/** Tells what a row of table 7 is by its code. */
export function annexRoleOf(serviceCode: string): AnnexRole {
  if (serviceCode === "999999") return "total";
  return subtotals.get(serviceCode.slice(2)) ?? "detail";
}
