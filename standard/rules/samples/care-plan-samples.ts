import type { CarePlanRules } from "../care-plan-rules.ts";
import {
  basics,
  carePlan,
  deletion,
  otherUser,
  planner,
  preventiveHeading,
  preventivePlan,
  provider,
  tailOf,
} from "./base-sets.ts";
import type { SamplesOf } from "./rule-sample.ts";

const imageOfFamily = `UPKIHON_IMAGE_${tailOf(preventiveHeading)}`;

/** Table 2: row 1 is need 1, goal 1, service 1; row 2 repeats need and goal; row 3 is need 2. */
export const carePlanSamples: SamplesOf<CarePlanRules> = {
  "parent-twice": {
    triggers: () => carePlan().again("UP1KYO", 1),
    beside: () => carePlan().again("UP1KYO", 1, { planChangedOn: "20261121" }),
  },
  "plan-deletion-twice": {
    triggers: () => deletion("DLT1KYO").again("DLT1KYO", 1),
    beside: () => deletion("DLT1KYO").again("DLT1KYO", 1, otherUser),
  },
  "care-plan-office": {
    triggers: () => carePlan().with("UP1KYO", 1, { officeNumber: provider.office }),
    beside: () => carePlan().with("UP1KYO", 1, { officeNumber: planner.office }),
  },
  "care-plan-not-served": {
    triggers: () => carePlan().withAll("UP2KYO", { serviceOffice: "1370000037" }),
    beside: () => carePlan().with("UP2KYO", 1, { serviceOffice: "1370000037" }),
  },
  "own-though-care-manager": {
    triggers: () => preventivePlan().with("UPYOBO", 1, { outsourcing: "1" }),
    beside: () => preventivePlan().with("UPYOBO", 1, { outsourcing: "2" }),
  },
  "rows-apart": {
    triggers: () =>
      carePlan()
        .again("UP2KYO", 1, { ...otherUser, needNo: "1" })
        .again("UP2KYO", 3, { needNo: "3" }),
    beside: () =>
      carePlan()
        .again("UP2KYO", 3, { needNo: "3" })
        .again("UP2KYO", 1, { ...otherUser, needNo: "1" }),
    also: ["child-without-parent"],
  },
  "rows-out-of-order": {
    triggers: () => carePlan().rows("UP2KYO", (rows) => rows.toReversed()),
    beside: () => carePlan().with("UP2KYO", 3, { needNo: "9" }),
    also: ["nothing-above"],
  },
  "annex-out-of-order": {
    triggers: () => preventivePlan().with("UPYOBO_SUB", 1, { serviceNo: "3" }),
    beside: () => preventivePlan().with("UPYOBO_SUB", 2, { serviceNo: "3" }),
  },
  "nothing-above": {
    triggers: () => carePlan().with("UP2KYO", 1, { needNo: "" }),
    beside: () => carePlan().with("UP2KYO", 2, { needNo: "" }),
  },
  "number-twice": {
    triggers: () => carePlan().with("UP2KYO", 2, { supportNo: "1" }),
    beside: () => carePlan().with("UP2KYO", 2, { supportNo: "3" }),
  },
  "number-range": {
    triggers: () => carePlan().with("UP2KYO", 1, { needNo: "0" }),
    beside: () => carePlan().with("UP2KYO", 3, { needNo: "99" }),
  },
  "need-differs": {
    triggers: () => carePlan().with("UP2KYO", 2, { need: "外出したい" }),
    beside: () => carePlan().with("UP2KYO", 2, { need: "転ばずに歩きたい" }),
  },
  "annex-text-repeated": {
    triggers: () => preventivePlan().with("UPYOBO_SUB", 2, { goal: "週に二度は外に出る" }),
    beside: () => preventivePlan().with("UPYOBO_SUB", 1, { goal: "週に三度は外に出る" }),
  },
  "week-row-empty": {
    triggers: () => carePlan().with("UP3KYO", 5, { outsideTheWeek: "" }),
    beside: () => carePlan().with("UP3KYO", 5, { outsideTheWeek: "受診" }),
  },
  "week-row-mixed": {
    triggers: () => carePlan().with("UP3KYO", 5, { activity: "散歩" }),
    beside: () => carePlan().with("UP3KYO", 5, { activity: "散歩", outsideTheWeek: "" }),
  },
  "week-service-without-day": {
    triggers: () => carePlan().with("UP3KYO", 1, { weekday: "" }),
    beside: () => carePlan().with("UP3KYO", 1, { weekday: "7" }),
  },
  "week-row-without-content": {
    triggers: () => carePlan().with("UP3KYO", 3, { activity: "" }),
    beside: () => carePlan().with("UP3KYO", 3, { activity: "体操" }),
  },
  "week-end-without-start": {
    triggers: () => carePlan().with("UP3KYO", 3, { activityStart: "" }),
    beside: () => carePlan().with("UP3KYO", 3, { activityEnd: "" }),
  },
  "week-times-equal": {
    triggers: () => carePlan().with("UP3KYO", 1, { serviceEnd: "0900" }),
    beside: () => carePlan().with("UP3KYO", 1, { serviceStart: "2330", serviceEnd: "0030" }),
  },
  "dates-reversed": {
    triggers: () => carePlan().with("UP1KYO", 1, { certifiedTo: "20260331" }),
    beside: () => carePlan().with("UP1KYO", 1, { certifiedTo: "20260401" }),
  },
  "other-without-text": {
    triggers: () => carePlan().with("UP1KYO", 1, { homeHelpReason: "3" }),
    beside: () =>
      carePlan().with("UP1KYO", 1, { homeHelpReason: "3", homeHelpReasonOther: "家族は夜間のみ" }),
  },
  "text-without-other": {
    triggers: () => basics().with("UPKIHON", 1, { consultationMethodOther: "訪問して" }),
    beside: () =>
      basics().with("UPKIHON", 1, {
        consultationMethod: "03",
        consultationMethodOther: "訪問して",
      }),
  },
  "image-name": {
    triggers: () => basics().with("UPKIHON", 1, { familyImage: "家族構成.jpg" }),
    beside: () => basics().with("UPKIHON", 1, { familyImage: "" }),
    also: ["image-not-named"],
  },
  "image-named-twice": {
    triggers: () => basics().again("UPKIHON", 1, otherUser),
    beside: () =>
      basics()
        .again("UPKIHON", 1, { ...otherUser, familyImage: `${imageOfFamily}_0002.jpg` })
        .image(preventiveHeading, "0002"),
  },
};
