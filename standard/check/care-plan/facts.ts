import type { FileKind } from "../../layout/layouts.ts";
import type { UseFacts } from "../use/facts.ts";

/** What is kept of a file of tables 1 to 3, basic information, preventive plans, and of their deletions. */
export type CarePlanFacts = {
  readonly kind: Exclude<FileKind, UseFacts["kind"]>;
  /** First row of each key: insurer, insured, date of the plan or consultation. */
  readonly keys: ReadonlyMap<string, number>;
};
