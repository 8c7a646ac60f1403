import type { FileKind } from "../layout/layouts.ts";
import { basicsAnnexRules } from "./care-plan/annexes.ts";
import { basicsRules } from "./care-plan/basics.ts";
import { deletionRules } from "./care-plan/deletions.ts";
import { preventivePlanRules } from "./care-plan/preventive-plan.ts";
import { preventiveSupportRules } from "./care-plan/preventive-support.ts";
import { table1Rules } from "./care-plan/table-1.ts";
import { table2Rules } from "./care-plan/table-2.ts";
import { table3Rules } from "./care-plan/table-3.ts";
import type { StartRowRules } from "./row-rules.ts";
import { rulesOfUse } from "./use/rules-of-use.ts";

/** The rules across fields and rows of each kind that has some. */
export const rulesOfKind: { readonly [Kind in FileKind]?: StartRowRules } = {
  UP1KYO: table1Rules,
  UP2KYO: table2Rules,
  UP3KYO: table3Rules,
  DLT1KYO: deletionRules,
  UPKIHON: basicsRules,
  UPKIHON_SUB1: basicsAnnexRules,
  UPKIHON_SUB2: basicsAnnexRules,
  DLTKIHON: deletionRules,
  UPYOBO: preventivePlanRules,
  UPYOBO_SUB: preventiveSupportRules,
  DLTYOBO: deletionRules,
  ...rulesOfUse,
};
