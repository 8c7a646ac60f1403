import type { AnnexRules } from "./use/annex-rules.ts";
import { annexRules } from "./use/annex-rules.ts";
import type { SlipRules } from "./use/slip-rules.ts";
import { slipRules } from "./use/slip-rules.ts";
import type { SupplementRules } from "./use/supplement-rules.ts";
import { supplementRules } from "./use/supplement-rules.ts";
import type { TogetherRules } from "./use/together-rules.ts";
import { togetherRules } from "./use/together-rules.ts";

export type UseRules = SlipRules & AnnexRules & SupplementRules & TogetherRules;

/** Rules about plans of use and results (tables 6 and 7 and their supplement): across fields, rows and files. */
export const useRules: UseRules = {
  ...slipRules,
  ...annexRules,
  ...supplementRules,
  ...togetherRules,
};
