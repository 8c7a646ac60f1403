import type { Licence, Renewal } from "@tsunagi/contract/exchange";
import { dateOfDay, monthInEra } from "../../parts/words/japanese-date.ts";

/** `21,000円`. */
export function yen(amount: number): string {
  return `${amount.toLocaleString("ja-JP")}円`;
}

/** 利用期間 with both days included: `令和8年11月23日から令和9年11月22日まで`. */
export function period({ from, until }: Pick<Licence, "from" | "until">): string {
  return `${dateOfDay(from)}から${dateOfDay(until)}まで`;
}

/** How the fee is paid: it is deducted from the 介護給付費; without a fee there is nothing to pay. */
export function deduction({
  feeYen,
  deductionMonth,
}: Pick<Licence, "feeYen" | "deductionMonth">): string {
  if (feeYen === 0) return "お支払いはありません";
  return `${monthInEra(deductionMonth)}に振り込まれる介護給付費から差し引かれる見込みです`;
}

/** Whether the next year can be applied for by hand, and why not. `today`: YYYY-MM-DD. */
export function renewalStanding(
  { done, opensOn }: Pick<Renewal, "done" | "opensOn">,
  today: string,
): "done" | "open" | "early" {
  if (done) return "done";
  return today < opensOn ? "early" : "open";
}
