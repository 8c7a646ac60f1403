import type { SetRules } from "../set-rules.ts";
import type { SamplesOf } from "./rule-sample.ts";

export const setSamples: Partial<SamplesOf<SetRules>> = {};
