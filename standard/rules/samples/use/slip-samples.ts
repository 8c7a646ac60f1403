import { parseServiceType } from "../../../values/service-type.ts";
import type { SlipRules } from "../../use/slip-rules.ts";
import { deletion, otherUser, planner, planOfUse, provider, results } from "../base-sets.ts";
import type { SamplesOf } from "../rule-sample.ts";
import type { SampleFiles } from "../sample-files.ts";
import { elsewhere, noTimes } from "./use-changes.ts";

/** Samples of the rules about one file of table 6. Rows 1 and 2 of plan and results are 111111, row 3 is 117211. */
export const slipSamples: SamplesOf<SlipRules> = {
  "time-half": {
    triggers: () => results().with("UPJSK", 1, { endTime: "9999" }),
    beside: () => results().with("UPJSK", 1, noTimes),
  },
  "time-equal": {
    triggers: () => results().with("UPJSK", 1, { endTime: "0900" }),
    beside: () => results().with("UPJSK", 1, { endTime: "0100" }),
  },
  "day-beyond-month": {
    triggers: () => november().with("UPJSK", 1, { dailyClaimDays: `${"0".repeat(30)}1` }),
    beside: () => november().with("UPJSK", 1, { dailyClaimDays: `${"0".repeat(29)}10` }),
  },
  "no-claim-day": {
    triggers: () => results().with("UPJSK", 1, { dailyClaimDays: "0".repeat(31) }),
    beside: () => results().with("UPJSK", 1, { dailyClaimDays: `${"0".repeat(30)}1` }),
  },
  "service-out-of-scope": {
    triggers: () => results().with("UPJSK", 1, { serviceCode: "331111" }),
    beside: () => results().with("UPJSK", 1, { serviceCode: "113111" }),
    also: ["results-type"],
  },
  "service-unknown": {
    triggers: () => results().with("UPJSK", 1, { serviceCode: "181111" }),
    beside: () => results().with("UPJSK", 1, { serviceCode: "118111" }),
    also: ["results-type"],
  },
  "total-in-slip": {
    triggers: () => results().with("UPJSK", 1, { serviceCode: "11AAAA" }),
    beside: () => results().with("UPJSK", 1, { serviceCode: "11AAAB" }),
  },
  "equipment-code-missing": {
    triggers: () => rental("1", "2", "3").with("UPJSK", 1, { taisCode: "" }),
    beside: () => rental("1", "2", "3").with("UPJSK", 1, { taisCode: "", equipmentCode: "1" }),
    also: ["line-number-order"],
  },
  "line-number-equal": {
    triggers: () => rental("1", "2", "2"),
    beside: () => rental("1", "2", "3"),
  },
  "line-number-order": {
    triggers: () => rental("1", "2", "4"),
    beside: () => rental("3", "1", "2"),
  },
  "line-number-elsewhere": {
    triggers: () => results().with("UPJSK", 1, { lineNo: "1" }),
    beside: () => rental("1", "", "3"),
  },
  "visit-twice": {
    triggers: () => results().again("UPJSK", 1),
    beside: () => results().again("UPJSK", 1, { startTime: "1700", endTime: "1730" }),
  },
  "user-not-served": {
    triggers: () => planOfUse().withAll("UPPLAN", elsewhere),
    beside: () => planOfUse().with("UPPLAN", 1, elsewhere).with("UPPLAN", 2, elsewhere),
    also: ["line-only-in-plan", "line-only-in-annex"],
  },
  "user-not-served-type": {
    triggers: () => toDayCare(),
    beside: () => toDayCare().with("UPPLAN", 3, { serviceCode: "151111" }).without("UPSIKYU"),
  },
  "planning-office": {
    triggers: () => planOfUse().withAll("UPPLAN", { planningOffice: "1370000045" }),
    beside: () => planOfUse().withAll("UPPLAN", { updatingOffice: "1370000045" }),
  },
  "results-office": {
    triggers: () => results().withAll("UPJSK", elsewhere),
    beside: () => results().withAll("UPJSK", { updatingOffice: planner.office }),
  },
  "results-type": {
    triggers: () => results().with("UPJSK", 1, { serviceCode: "151111" }),
    beside: () => results().with("UPJSK", 1, { serviceCode: "115111" }),
  },
  "deletion-twice": {
    triggers: () => deletion("DLTJSK").again("DLTJSK", 1),
    beside: () => deletion("DLTJSK").again("DLTJSK", 1, otherUser),
  },
  "too-much-to-compare": {
    triggers: () => withServices(401),
    beside: () => withServices(400),
  },
};

/** The results, in November: the same days. */
function november(): SampleFiles {
  return results()
    .named("UPJSK", (name) => name.replace("202612", "202611"))
    .withAll("UPJSK", { month: "202611", serviceDate: "20261103" })
    .with("UPJSK", 2, { serviceDate: "20261107" });
}

/** Results of an office that rents out equipment: three pieces that look the same, with these line numbers. */
function rental(...lineNumbers: readonly [string, string, string]): SampleFiles {
  const equipment = { serviceCode: "171003", units: "300", taisCode: "00001-000010" };
  const rented = results()
    .sent({ sender: { ...provider, serviceType: parseServiceType("17") } })
    .withAll("UPJSK", { ...equipment, ...noTimes, serviceDate: "20261201" });
  return lineNumbers.reduce((files, lineNo, at) => files.with("UPJSK", at + 1, { lineNo }), rented);
}

/** The plan of use, sent to the same office as 通所介護. */
function toDayCare(): SampleFiles {
  return planOfUse().sent({ receiver: { ...provider, serviceType: parseServiceType("15") } });
}

/** Results of one user with many different services, a row each. */
function withServices(count: number): SampleFiles {
  const first = results().withoutRow("UPJSK", 3).withoutRow("UPJSK", 2);
  return first.rows("UPJSK", ([row = []]) =>
    Array.from({ length: count }, (_, at) => row.with(14, String(110_001 + at))),
  );
}
