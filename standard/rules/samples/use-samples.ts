import type { UseRules } from "../use-rules.ts";
import type { SamplesOf } from "./rule-sample.ts";

export const useSamples: Partial<SamplesOf<UseRules>> = {};
