import type { Address } from "../../naming/file-name.ts";
import { parseOfficeNumber } from "../../values/office-number.ts";
import type { SetRules } from "../set-rules.ts";
import {
  basics,
  carePlan,
  deletion,
  otherUser,
  planHeading,
  planner,
  planOfUse,
  preventiveHeading,
  provider,
  results,
  supportCenter,
  tailOf,
} from "./base-sets.ts";
import type { SamplesOf } from "./rule-sample.ts";
import type { SampleFiles } from "./sample-files.ts";

const image = `UPKIHON_IMAGE_${tailOf(preventiveHeading)}_0001.jpg`;

export const setSamples: SamplesOf<SetRules> = {
  "set-incomplete": {
    triggers: () => planOfUse().without("UPSIKYU"),
    beside: () => planOfUse(),
  },
  "set-mixed": {
    triggers: () => carePlan().and(deletion("DLT1KYO").sent({ time: planHeading.time })),
    beside: () => carePlan().and(deletion("DLT1KYO")),
    also: [],
  },
  "set-kind-twice": {
    triggers: () => results().and(results().named("UPJSK", ofMonth("202611"))),
    beside: () => results(),
    also: ["set-months-differ", "month-mismatch", "file-given-twice"],
  },
  "file-given-twice": {
    triggers: () => results().and(results()),
    beside: () => results(),
  },
  "set-months-differ": {
    triggers: () => planOfUse().named("UPSIKYU", ofMonth("202701")),
    beside: () => planOfUse(),
    also: ["month-mismatch"],
  },
  "set-month-for-care-plan": {
    triggers: () => carePlan().named("UPHOSOKU", (name) => name.replace("000000", "202612")),
    beside: () => carePlan(),
    also: ["month-mismatch", "plan-date-with-use"],
  },
  "set-versions-differ": {
    triggers: () => planOfUse().withAll("UPSIKYU", { csvVersion: "202504" }),
    beside: () =>
      planOfUse()
        .withAll("UPPLAN", { csvVersion: "202504" })
        .withAll("UPSIKYU", { csvVersion: "202504" })
        .withAll("UPHOSOKU", { csvVersion: "202504" }),
    also: ["version-old"],
  },
  "kind-not-in-edition": {
    triggers: () => ofVersion(carePlan(), "202208"),
    beside: () => ofVersion(carePlan(), "202504"),
    also: ["version-old"],
  },
  "plan-from-provider": {
    triggers: () =>
      basics().without("image").with("UPKIHON", 1, { familyImage: "" }).sent({ sender: provider }),
    beside: () => basics(),
  },
  "results-to-provider": {
    triggers: () => results().sent({ receiver: elsewhere }),
    beside: () => results().sent({ receiver: supportCenter }),
    also: ["results-office"],
  },
  "sent-to-itself": {
    triggers: () => results().sent({ receiver: provider }),
    beside: () => results().sent({ receiver: planner }),
  },
  "child-without-parent": {
    triggers: () => basics().again("UPKIHON_SUB1", 1, otherUser),
    beside: () =>
      basics()
        .again("UPKIHON", 1, { ...otherUser, familyImage: "" })
        .again("UPKIHON_SUB1", 1, otherUser),
  },
  "table-1-without-supplement": {
    triggers: () => carePlan().again("UP1KYO", 1, otherUser),
    beside: () => carePlan().again("UP1KYO", 1, otherUser).again("UPHOSOKU", 1, otherUser),
    also: ["plan-without-table"],
  },
  "plan-without-table": {
    triggers: () => carePlan().again("UP1KYO", 1, otherUser).again("UPHOSOKU", 1, otherUser),
    beside: () =>
      carePlan()
        .again("UP1KYO", 1, otherUser)
        .again("UPHOSOKU", 1, otherUser)
        .again("UP2KYO", 1, otherUser)
        .again("UP3KYO", 1, otherUser),
  },
  "image-missing": {
    triggers: () => basics().without("image"),
    beside: () => basics().without("image").with("UPKIHON", 1, { familyImage: "" }),
  },
  "image-not-named": {
    triggers: () => basics().with("UPKIHON", 1, { familyImage: "" }),
    beside: () => basics().with("UPKIHON", 1, { familyImage: image }),
  },
  "sent-again-later": {
    triggers: () => carePlan().and(carePlan().sent({ time: evening })),
    beside: () => carePlan().and(ofOtherUser(carePlan()).sent({ time: evening })),
  },
  "deleted-later": {
    triggers: () => carePlan().and(deletion("DLT1KYO")),
    beside: () => carePlan().and(deletion("DLT1KYO").with("DLT1KYO", 1, otherUser)),
  },
  "set-findings-omitted": {
    triggers: () => withOrphans(21),
    beside: () => withOrphans(20),
    also: ["child-without-parent"],
  },
};

/** Another office that visits. */
const elsewhere: Address = { ...provider, office: parseOfficeNumber("1370000037") };

const evening = "20261120180000";

function ofMonth(month: string): (name: string) => string {
  return (name) => name.replace("_202612_", `_${month}_`);
}

/** Basic information with rows of an annex for care users who are not in it. */
function withOrphans(count: number): SampleFiles {
  const others = Array.from({ length: count }, (_, at) => ({
    insuredNumber: String(1000 + at).padStart(10, "0"),
  }));
  return others.reduce((files, other) => files.again("UPKIHON_SUB1", 1, other), basics());
}

function ofOtherUser(files: SampleFiles): SampleFiles {
  return everywhere(files, otherUser);
}

function ofVersion(files: SampleFiles, csvVersion: string): SampleFiles {
  return everywhere(files, { csvVersion });
}

/** The same values in all rows of a care plan's files. */
function everywhere(
  files: SampleFiles,
  values: { readonly csvVersion?: string; readonly insuredNumber?: string },
): SampleFiles {
  return files
    .withAll("UP1KYO", values)
    .withAll("UP2KYO", values)
    .withAll("UP3KYO", values)
    .withAll("UPHOSOKU", values);
}
