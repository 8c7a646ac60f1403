import type { CarePlanDocument } from "./care-plan.ts";
import type { DeletionDocument } from "./deletion.ts";
import type { PlanOfUseDocument } from "./plan-of-use.ts";
import type { PreventivePlanDocument } from "./preventive-plan.ts";
import type { ResultsDocument } from "./results.ts";
import type { UserBasicsDocument } from "./user-basics.ts";

/**
 * What the files of one set say together, told apart by `kind`. Plain objects and arrays: `JSON.stringify` prints a
 * document with its fields in the same order every time. Every row of every file stands in it, as a typed record with
 * the number of its row, so nothing is lost and `writeDocuments` writes the files again.
 */
export type SetDocument =
  | CarePlanDocument
  | PlanOfUseDocument
  | ResultsDocument
  | UserBasicsDocument
  | PreventivePlanDocument
  | DeletionDocument;

/** What a document is about. */
export type DocumentKind = SetDocument["kind"];
