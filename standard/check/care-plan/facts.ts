import type { FileKind } from "../../layout/layouts.ts";
import type { PlanKey } from "../keys.ts";
import type { UseFacts } from "../use/facts.ts";

/** What is kept of a file of tables 1 to 3, basic information, preventive plans, and of their deletions. */
export type CarePlanFacts = {
  readonly kind: Exclude<FileKind, UseFacts["kind"]>;
  /** First row of each key. */
  readonly keys: ReadonlyMap<PlanKey, number>;
  /** UPKIHON: the row that names a picture of the set, by the picture's branch number 枝番. */
  readonly images?: ReadonlyMap<string, number>;
};
