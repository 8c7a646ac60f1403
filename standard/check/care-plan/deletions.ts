import type { StartRowRules } from "../row-rules.ts";
import { PlanKeys } from "./plan-keys.ts";

/** Deletions of care plans, basic information and preventive plans: once per key. */
export const deletionRules: StartRowRules = (context) => {
  const keys = new PlanKeys(context);
  return {
    row: (values, number, sound) => keys.once(values, number, sound),
    end: () => keys.facts(),
  };
};
