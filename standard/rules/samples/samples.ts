import type { RuleName } from "../rules.ts";
import { carePlanSamples } from "./care-plan-samples.ts";
import { formSamples } from "./form-samples.ts";
import { nameSamples } from "./name-samples.ts";
import type { RuleSample } from "./rule-sample.ts";
import { setSamples } from "./set-samples.ts";
import { useSamples } from "./use-samples.ts";
import { valueSamples } from "./value-samples.ts";

/** For every rule, files that trigger it and files just beside that do not. */
export const samples: { readonly [Name in RuleName]: RuleSample } = {
  ...nameSamples,
  ...formSamples,
  ...valueSamples,
  ...useSamples,
  ...carePlanSamples,
  ...setSamples,
};
