import type { CarePlanRules } from "../care-plan-rules.ts";
import type { SamplesOf } from "./rule-sample.ts";

export const carePlanSamples: Partial<SamplesOf<CarePlanRules>> = {};
