import type { SupplementRules } from "../../use/supplement-rules.ts";
import { carePlan, otherUser, planOfUse } from "../base-sets.ts";
import type { SamplesOf } from "../rule-sample.ts";

const overtaken = {
  type1ServiceType: "11",
  type1Limit: "600",
  type1Units: "667",
  type1Excess: "67",
  excessTotal: "67",
} as const;

/** Samples of the rules about one file of the supplement. Its user has 要介護２ and 667 units of 訪問介護. */
export const supplementSamples: SamplesOf<SupplementRules> = {
  "supplement-twice": {
    triggers: () => planOfUse().again("UPHOSOKU", 1),
    beside: () => planOfUse().again("UPHOSOKU", 1, otherUser),
  },
  "plan-date-missing": {
    triggers: () => carePlan().with("UPHOSOKU", 1, { planChangedOn: "00000000" }),
    beside: () => planOfUse().with("UPHOSOKU", 1, { planChangedOn: "00000000" }),
    also: ["child-without-parent", "table-1-without-supplement"],
  },
  "plan-date-with-use": {
    triggers: () => planOfUse().with("UPHOSOKU", 1, { planChangedOn: "20261120" }),
    beside: () => carePlan().with("UPHOSOKU", 1, { planChangedOn: "20261120" }),
  },
  "limit-above-law": {
    triggers: () => planOfUse().with("UPHOSOKU", 1, { limitUnits: "19706" }),
    beside: () =>
      planOfUse().with("UPHOSOKU", 1, {
        limitUnits: "27048",
        careLevelChangedOn: "20261215",
        previousCareLevel: "23",
      }),
  },
  "limit-below-law": {
    triggers: () => planOfUse().with("UPHOSOKU", 1, { careLevel: "23" }),
    beside: () => planOfUse().with("UPHOSOKU", 1, { careLevel: "23", limitUnits: "27048" }),
  },
  "type-limit-order": {
    triggers: () =>
      planOfUse().with("UPHOSOKU", 1, {
        type2ServiceType: "11",
        type2Limit: "1000",
        type2Units: "667",
        type2Excess: "0",
      }),
    beside: () => planOfUse().with("UPHOSOKU", 1, overtaken),
  },
  "type-limit-excess": {
    triggers: () =>
      planOfUse().with("UPHOSOKU", 1, { ...overtaken, type1Excess: "66", excessTotal: "66" }),
    beside: () => planOfUse().with("UPHOSOKU", 1, overtaken),
  },
  "type-limit-sum": {
    triggers: () => planOfUse().with("UPHOSOKU", 1, { ...overtaken, excessTotal: "0" }),
    beside: () => planOfUse().with("UPHOSOKU", 1, overtaken),
  },
};
