import type { ValueRules } from "../value-rules.ts";
import type { SamplesOf } from "./rule-sample.ts";

export const valueSamples: Partial<SamplesOf<ValueRules>> = {};
