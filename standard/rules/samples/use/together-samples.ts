import type { TogetherRules } from "../../use/together-rules.ts";
import { otherUser, planOfUse, results } from "../base-sets.ts";
import type { SamplesOf } from "../rule-sample.ts";
import type { SampleFiles } from "../sample-files.ts";
import { noTimes } from "./use-changes.ts";

const addition = { serviceCode: "116275", units: "60", count: "1" } as const;

/** Samples of the rules between the files of a plan of use, and between results and plans. */
export const togetherSamples: SamplesOf<TogetherRules> = {
  "annex-without-plan": {
    triggers: () => otherUserIn(planOfUse(), "UPSIKYU"),
    beside: () => otherUserIn(planOfUse(), "UPPLAN", "UPSIKYU", "UPHOSOKU"),
  },
  "supplement-without-plan": {
    triggers: () => otherUserIn(planOfUse(), "UPHOSOKU"),
    beside: () => otherUserIn(planOfUse(), "UPPLAN", "UPSIKYU", "UPHOSOKU"),
  },
  "user-without-annex": {
    triggers: () => otherUserIn(planOfUse(), "UPPLAN", "UPHOSOKU"),
    beside: () => otherUserIn(planOfUse(), "UPPLAN", "UPSIKYU", "UPHOSOKU"),
  },
  "user-without-supplement": {
    triggers: () => otherUserIn(planOfUse(), "UPPLAN", "UPSIKYU"),
    beside: () => otherUserIn(planOfUse(), "UPPLAN", "UPSIKYU", "UPHOSOKU"),
  },
  "count-mismatch": {
    triggers: () => planOfUse().withoutRow("UPPLAN", 1),
    beside: () => planOfUse().withoutRow("UPPLAN", 1).with("UPPLAN", 1, { count: "2" }),
  },
  "count-mismatch-flat": {
    triggers: () => withoutTimes().with("UPSIKYU", 1, { units: "61", count: "8" }),
    beside: () => withoutTimes().with("UPSIKYU", 1, { units: "488", count: "1" }),
    also: ["units-mismatch-flat"],
  },
  "units-mismatch": {
    triggers: () => planOfUse().with("UPPLAN", 3, { units: "178" }),
    beside: () =>
      planOfUse().with("UPSIKYU", 2, {
        units: "199",
        discountRate: "90",
        discountedUnits: "179",
      }),
  },
  "units-mismatch-flat": {
    triggers: () => withoutTimes().with("UPPLAN", 3, { units: "178" }),
    beside: () => withoutTimes().with("UPPLAN", 3, { units: "0" }),
  },
  "line-only-in-plan": {
    triggers: () => planOfUse().again("UPPLAN", 1, { serviceCode: "111211" }),
    beside: () => planOfUse().again("UPPLAN", 1, { serviceDate: "20261214" }),
  },
  "line-only-in-annex": {
    triggers: () => planOfUse().withoutRow("UPPLAN", 3),
    beside: () => planOfUse().withoutRow("UPPLAN", 2),
  },
  "addition-only-in-annex": {
    triggers: () => withAddition(),
    beside: () => withAddition().again("UPPLAN", 3, { ...addition, ...noTimes }),
  },
  "over-limit": {
    triggers: () => withLimit("666"),
    beside: () => withLimit("667"),
  },
  "excess-not-shown": {
    triggers: () => withLimitOf600(""),
    beside: () => withLimitOf600("67"),
  },
  "type-units": {
    triggers: () => withTypeUnits("666"),
    beside: () => withTypeUnits("667"),
  },
  "result-without-plan": {
    triggers: () => planOfUse().and(results().with("UPJSK", 1, otherUser)),
    beside: () => planOfUse().and(results().with("UPJSK", 1, { serviceDate: "20261204" })),
  },
};

type UseKind = "UPPLAN" | "UPSIKYU" | "UPHOSOKU";

/** Adds another user with the same rows to the files of some kinds. */
function otherUserIn(files: SampleFiles, ...kinds: readonly UseKind[]): SampleFiles {
  const rows = { UPPLAN: 3, UPSIKYU: 4, UPHOSOKU: 1 };
  return kinds.reduce(
    (all, kind) =>
      Array.from({ length: rows[kind] }, (_, at) => at + 1).reduce(
        (some, row) => some.again(kind, row, otherUser),
        all,
      ),
    files,
  );
}

function withoutTimes(): SampleFiles {
  return planOfUse().withAll("UPPLAN", noTimes);
}

/** The plan of use with a percent addition in table 7, outside the limit. */
function withAddition(): SampleFiles {
  return planOfUse().again("UPSIKYU", 1, { ...addition, serviceUnits: "60", managedUnits: "" });
}

/** A limit of a user whose care level is not told. */
function withLimit(limitUnits: string): SampleFiles {
  return planOfUse().with("UPHOSOKU", 1, { limitUnits, careLevel: "" });
}

/** 667 units where only 600 are granted. */
function withLimitOf600(limitExcessUnits: string): SampleFiles {
  const split = { limitExcessUnits, limitWithinUnits: "600" };
  return withLimit("600").with("UPSIKYU", 3, split).with("UPSIKYU", 4, split);
}

function withTypeUnits(type1Units: string): SampleFiles {
  return planOfUse().with("UPHOSOKU", 1, {
    type1ServiceType: "11",
    type1Limit: "1000",
    type1Units,
    type1Excess: "0",
  });
}
