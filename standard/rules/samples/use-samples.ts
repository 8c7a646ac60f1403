import type { UseRules } from "../use-rules.ts";
import type { SamplesOf } from "./rule-sample.ts";
import { annexSamples } from "./use/annex-samples.ts";
import { slipSamples } from "./use/slip-samples.ts";
import { supplementSamples } from "./use/supplement-samples.ts";
import { togetherSamples } from "./use/together-samples.ts";

/** Samples of the rules about plans of use and results. */
export const useSamples: SamplesOf<UseRules> = {
  ...slipSamples,
  ...annexSamples,
  ...supplementSamples,
  ...togetherSamples,
};
