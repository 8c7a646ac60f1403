import type { CareSoftware } from "@tsunagi/contract/exchange";
import { holds } from "../../parts/words/found.ts";

/** What of the standard software may read and write, called as in the list. */
export const ranges = [
  ["carePlan", "計画表", "1,2表"],
  ["plan", "予定", "6,7表"],
  ["results", "実績", "6表"],
] as const;
export type Range = (typeof ranges)[number][0];

/** What somebody looks for: words in product or vendor, and all of some ranges. */
export interface SoftwareWishes {
  readonly words: string;
  readonly ranges: ReadonlySet<Range>;
}

export const noWishes: SoftwareWishes = { words: "", ranges: new Set() };

export function wished(software: CareSoftware, wishes: SoftwareWishes): boolean {
  const inRange = [...wishes.ranges].every((range) => software[range]);
  return inRange && holds([software.product, software.vendor], wishes.words);
}
