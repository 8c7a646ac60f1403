import type { StartRowRules } from "../row-rules.ts";
import { dateOrder } from "./date-order.ts";
import { ownThoughCareManager } from "./outsourcing.ts";
import { PlanKeys } from "./plan-keys.ts";

/** The preventive plan 介護予防サービス・支援計画書: once per key, dates in order. */
export const preventivePlanRules: StartRowRules = (context) => {
  const keys = new PlanKeys(context);
  const checkDates = dateOrder("UPYOBO", context, [
    { earlier: "certifiedFrom", later: "certifiedTo" },
    { earlier: "firstPlanOn", later: "planChangedOn" },
  ]);
  const checkOutsourcing = ownThoughCareManager("UPYOBO", context);
  return {
    row: (values, number, sound) => {
      keys.once(values, number, sound);
      if (!sound) return;
      checkDates(values, number);
      checkOutsourcing(values, number);
    },
    end: () => keys.facts(),
  };
};
