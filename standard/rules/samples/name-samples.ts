import type { NameRules } from "../name-rules.ts";
import { deletion, results } from "./base-sets.ts";
import type { RuleSample, SamplesOf } from "./rule-sample.ts";

/** Results named otherwise, beside results named as the standard has it. */
function named(change: (name: string) => string): RuleSample {
  return { triggers: () => results().named("UPJSK", change), beside: results };
}

function deletionNamed(change: (name: string) => string): RuleSample {
  const given = deletion("DLTYOBO");
  return { triggers: () => given.named("DLTYOBO", change), beside: () => given };
}

export const nameSamples: SamplesOf<NameRules> = {
  "name-folder": named((name) => `2026年12月/${name}`),
  "name-copy": named((name) => name.replace(".CSV", " (1).CSV")),
  "name-full-width": named((name) => name.replace("UPJSK", "ＵＰＪＳＫ")),
  "name-space": named((name) => name.replace(".CSV", " .CSV")),
  "name-case": named((name) => name.replace("UPJSK", "upjsk")),
  "name-extension": named((name) => name.replace(".CSV", ".csv")),
  "name-separator": named((name) => name.replace("_", "-")),
  "name-month-extra": deletionNamed((name) => name.replace("DLTYOBO_", "DLTYOBO_202612_")),
  "name-month-stroke": named((name) => name.replace("202612", "2026-12")),
  "name-service-type": named((name) => name.replace("_11_", "_011_")),
  "name-before-4": named((name) => name.replace("_11_", "_").replace("_43_", "_")),
  "name-office": named((name) => name.replace("1370000011", "137000001")),
  "name-time": named((name) => name.replace("20270102090000", "202701020900001")),
  "name-time-split": named((name) => name.replace("20270102090000", "20270102_090000")),
};
