import type { FileKind } from "../../layout/layouts.ts";
import type { UseFacts } from "../use/facts.ts";

/** What is kept of a file of tables 1 to 3, basic information, preventive plans, and of their deletions. */
export type CarePlanFacts = {
  readonly kind: Exclude<FileKind, UseFacts["kind"]>;
  /** First row of each key. */
  readonly keys: ReadonlyMap<PlanKey, number>;
  /** UPKIHON: the row that names a picture of the set, by the picture's branch number 枝番. */
  readonly images?: ReadonlyMap<string, number>;
};

/** 保険者番号, 被保険者番号 and the date that tells plans or consultations of a care user apart. */
export type PlanKey = `${string}/${string}/${string}`;
