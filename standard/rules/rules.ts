import type { CarePlanRules } from "./care-plan-rules.ts";
import { carePlanRules } from "./care-plan-rules.ts";
import type { FormRules } from "./form-rules.ts";
import { formRules } from "./form-rules.ts";
import type { NameRules } from "./name-rules.ts";
import { nameRules } from "./name-rules.ts";
import type { SetRules } from "./set-rules.ts";
import { setRules } from "./set-rules.ts";
import type { UseRules } from "./use-rules.ts";
import { useRules } from "./use-rules.ts";
import type { ValueRules } from "./value-rules.ts";
import { valueRules } from "./value-rules.ts";

/** Every rule there is, by name. docs/rules.md is made from this table. */
export const rules: NameRules & FormRules & ValueRules & UseRules & CarePlanRules & SetRules = {
  ...nameRules,
  ...formRules,
  ...valueRules,
  ...useRules,
  ...carePlanRules,
  ...setRules,
};

export type RuleName = keyof typeof rules;

/** What a finding is about, stable across releases. Several rules may share a code. */
export type FindingCode = (typeof rules)[RuleName]["code"];

/** What the sentence of a rule needs to know. */
export type About<Name extends RuleName> = Parameters<(typeof rules)[Name]["says"]>[0];
