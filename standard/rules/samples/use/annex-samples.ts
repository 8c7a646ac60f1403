import type { AnnexRules } from "../../use/annex-rules.ts";
import { otherUser, planOfUse, provider } from "../base-sets.ts";
import type { SamplesOf } from "../rule-sample.ts";
import { elsewhere, emptyOutside } from "./use-changes.ts";

/**
 * Samples of the rules about one file of table 7. Rows 1 and 2 are details (2 × 244 and 179 units), row 3 their
 * subtotal, row 4 the total.
 */
export const annexSamples: SamplesOf<AnnexRules> = {
  "total-missing": {
    triggers: () => planOfUse().withoutRow("UPSIKYU", 4),
    beside: () => planOfUse().withoutRow("UPSIKYU", 3),
  },
  "subtotal-missing": {
    triggers: () => planOfUse().withoutRow("UPSIKYU", 3),
    beside: () => planOfUse().withoutRow("UPSIKYU", 3).withoutRow("UPSIKYU", 2),
  },
  "subtotal-alone": {
    triggers: () => planOfUse().again("UPSIKYU", 3, { ...emptyOutside, ...elsewhere }),
    beside: () => planOfUse().again("UPSIKYU", 3, emptyOutside),
  },
  "total-twice": {
    triggers: () => planOfUse().again("UPSIKYU", 4),
    beside: () => planOfUse().again("UPSIKYU", 4, otherUser),
  },
  "subtotal-twice": {
    triggers: () => planOfUse().again("UPSIKYU", 3),
    beside: () => planOfUse().again("UPSIKYU", 3, emptyOutside),
  },
  "annex-line-twice": {
    triggers: () => planOfUse().again("UPSIKYU", 1),
    beside: () => planOfUse().again("UPSIKYU", 1, { serviceCode: "111112" }),
    also: ["subtotal-sum", "total-sum", "count-mismatch"],
  },
  "total-office": {
    triggers: () => planOfUse().with("UPSIKYU", 4, { serviceOffice: provider.office }),
    beside: () => planOfUse().with("UPSIKYU", 4, { serviceOffice: "9999999999" }),
  },
  "office-code": {
    triggers: () => planOfUse().with("UPSIKYU", 1, { officeCode: provider.office }),
    beside: () => planOfUse().with("UPSIKYU", 1, { officeCode: "" }),
  },
  "total-units": {
    triggers: () => planOfUse().with("UPSIKYU", 4, { units: "667" }),
    beside: () => planOfUse().with("UPSIKYU", 4, { units: "0" }),
  },
  "total-discount": {
    triggers: () => planOfUse().with("UPSIKYU", 3, { discountRate: "100" }),
    beside: () => planOfUse().with("UPSIKYU", 1, { discountRate: "100" }),
  },
  "outside-managed": {
    triggers: () => planOfUse().again("UPSIKYU", 3, { ...emptyOutside, managedUnits: "5" }),
    beside: () => planOfUse().again("UPSIKYU", 3, emptyOutside),
  },
  "line-sum": {
    triggers: () => planOfUse().with("UPSIKYU", 1, { serviceUnits: "487" }),
    beside: () =>
      planOfUse().with("UPSIKYU", 1, {
        units: "300",
        discountRate: "90",
        discountedUnits: "244",
      }),
    also: ["subtotal-sum", "total-sum"],
  },
  "subtotal-sum": {
    triggers: () => planOfUse().with("UPSIKYU", 3, { managedUnits: "666" }),
    beside: () => planOfUse().with("UPSIKYU", 3, { count: "2" }),
    also: ["total-sum"],
  },
  "total-sum": {
    triggers: () => planOfUse().with("UPSIKYU", 4, { totalCost: "7604" }),
    beside: () =>
      [3, 4].reduce(
        (files, row) => files.with("UPSIKYU", row, { totalCost: "7604", copay: "762" }),
        planOfUse(),
      ),
  },
  "limit-split": {
    triggers: () => splitAt("0", "600"),
    beside: () => splitAt("67", "600"),
  },
  "type-split": {
    triggers: () => ofType("67", "599"),
    beside: () => ofType("67", "600"),
  },
  "short-stay-days": {
    triggers: () => stayed("21"),
    beside: () => stayed("20"),
  },
  "cost-split": {
    triggers: () => paid("6842", "760"),
    beside: () => paid("6843", "760"),
  },
};

function splitAt(limitExcessUnits: string, limitWithinUnits: string) {
  const split = { limitExcessUnits, limitWithinUnits };
  return planOfUse().with("UPSIKYU", 3, split).with("UPSIKYU", 4, split);
}

function ofType(typeExcessUnits: string, typeWithinUnits: string) {
  return planOfUse()
    .with("UPSIKYU", 3, { typeExcessUnits, typeWithinUnits })
    .with("UPSIKYU", 4, { typeExcessUnits });
}

/** 15 days before this month, 5 planned in it. */
function stayed(shortStayDaysTotal: string) {
  const days = { shortStayDaysBefore: "15", shortStayDaysPlanned: "5", shortStayDaysTotal };
  return planOfUse().with("UPSIKYU", 4, days);
}

function paid(claimedAmount: string, copay: string) {
  const cost = { claimedAmount, copay };
  return planOfUse().with("UPSIKYU", 3, cost).with("UPSIKYU", 4, cost);
}
