import type { CorporationOffice, Licence } from "@tsunagi/contract/exchange";
import { dateOfDay, dateOfInstant, monthInEra } from "../../parts/words/japanese-date.ts";
import { yen } from "../licence/licence-words.ts";

type Year = Pick<Licence, "feeYen" | "deductionMonth">;

/** The state of a licence in a word. */
export function licenceWord({ licence }: Pick<CorporationOffice, "licence">): string {
  if (licence === null) return "未申請";
  return { active: "有効", receiving: "受信のみ", ended: "終了" }[licence.state];
}

/** 利用期間, its first and its last day. */
export function periodWords({ from, until }: Pick<Licence, "from" | "until">): readonly string[] {
  return [`${dateOfDay(from)}から`, `${dateOfDay(until)}まで`];
}

/** What a year costs, and when it is deducted. */
export function feeWords({ feeYen, deductionMonth }: Year): readonly string[] {
  return feeYen === 0 ? ["0円"] : [yen(feeYen), `${monthInEra(deductionMonth)}に差し引き`];
}

/** What follows the year under way. */
export function renewalWords({
  licence,
  next,
}: Pick<CorporationOffice, "licence" | "next">): readonly string[] {
  if (licence?.state !== "active") return ["－"];
  if (next !== null) return ["次の1年を申し込み済み", ...feeWords(next)];
  return [licence.automaticRenewal ? "自動で更新" : "自動では更新しない"];
}

export function certificateWords({
  certificateUntil,
}: Pick<CorporationOffice, "certificateUntil">): string {
  return certificateUntil === null ? "なし" : `${dateOfInstant(certificateUntil)}まで`;
}
