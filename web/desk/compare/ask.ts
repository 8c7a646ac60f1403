import type { Comparison, Unread } from "@tsunagi/standard";
import type { NamedFile } from "../contents/ask.ts";

/** What a message is compared as: results with their plans, a plan with the one before it. */
export type ComparedAs = "plan" | "results";

/** A message, and the plans on this desk that it may be compared with. */
export interface CompareRequest {
  readonly as: ComparedAs;
  readonly message: readonly NamedFile[];
  /** Plans of the month, and their deletions, that went between the same two offices. */
  readonly withPartner: readonly NamedFile[];
  /** Those that went between this office and others: for care users of whom there is no plan above. */
  readonly withOthers: readonly NamedFile[];
}

/** What came of it. */
export interface CompareOutcome {
  readonly comparison: Comparison;
  /** What of the files could not be read, and so was not compared. */
  readonly unread: readonly Unread[];
}

/** What the page may ask of the worker that compares. */
export interface CompareAsks {
  readonly compare: { readonly with: CompareRequest; readonly answer: CompareOutcome };
}
