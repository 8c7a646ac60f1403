import type { FileKind } from "../../layout/layouts.ts";
import type { StartRowRules } from "../row-rules.ts";
import { startAnnexRules } from "./annex-rules.ts";
import { startPlanDeletionRules, startResultsDeletionRules } from "./deletion-rules.ts";
import type { UseFacts } from "./facts.ts";
import { startPlanRules, startResultsRules } from "./slip-rules.ts";
import { startSupplementRules } from "./supplement-rules.ts";

/** The rules of plans of use and results, by kind. */
export const rulesOfUse: { readonly [Kind in FileKind & UseFacts["kind"]]: StartRowRules } = {
  UPPLAN: startPlanRules,
  UPJSK: startResultsRules,
  UPSIKYU: startAnnexRules,
  UPHOSOKU: startSupplementRules,
  DLTPLAN: startPlanDeletionRules,
  DLTJSK: startResultsDeletionRules,
};
