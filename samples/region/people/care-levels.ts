import type { FileRecord } from "@tsunagi/standard";
import type { Chance } from "../chance.ts";

/** 要介護状態区分, by the codes of the standard: 06 事業対象者, 12 13 要支援, 21 to 25 要介護. */
export type CareLevel = NonNullable<FileRecord<"UPHOSOKU">["careLevel"]>;

/** Those of 介護予防: their care is planned by or for a 地域包括支援センター. */
export type PreventiveLevel = "06" | "12" | "13";

/** What the law fixes a month, in units: 区分支給限度基準額. */
export const limits: { readonly [Level in CareLevel]: number } = {
  "06": 5_032,
  "12": 5_032,
  "13": 10_531,
  "21": 16_765,
  "22": 19_705,
  "23": 27_048,
  "24": 30_938,
  "25": 36_217,
};

/** Care levels of those who live at home, about as in the country. */
const atHome: readonly (readonly [CareLevel, number])[] = [
  ["21", 20],
  ["22", 17],
  ["23", 13],
  ["24", 12],
  ["25", 8],
];

const preventive: readonly (readonly [PreventiveLevel, number])[] = [
  ["06", 5],
  ["12", 9],
  ["13", 11],
];

export function someCareLevel(chance: Chance, ofPrevention: boolean): CareLevel {
  return ofPrevention ? chance.weigh(preventive) : chance.weigh(atHome);
}

export function isPreventive(level: CareLevel): level is PreventiveLevel {
  return level === "06" || level === "12" || level === "13";
}
