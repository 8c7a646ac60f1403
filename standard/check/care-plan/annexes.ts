import type { StartRowRules } from "../row-rules.ts";
import { PlanKeys } from "./plan-keys.ts";

/** The annexes of the basic information (UPKIHON_SUB1, UPKIHON_SUB2): their keys, for the rules of the set. */
export const basicsAnnexRules: StartRowRules = (context) => {
  const keys = new PlanKeys(context);
  return {
    row: (values, number, sound) => {
      const key = keys.keyOf(values, sound);
      if (key !== undefined) keys.note(key, number);
    },
    end: () => keys.facts(),
  };
};
