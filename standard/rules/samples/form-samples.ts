import type { FormRules } from "../form-rules.ts";
import type { SamplesOf } from "./rule-sample.ts";

export const formSamples: Partial<SamplesOf<FormRules>> = {};
