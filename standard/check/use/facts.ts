import type { UserKey } from "../facts.ts";

/** What is kept of a file of tables 6 and 7, of results, of the supplement, and of their deletions. */
export type UseFacts = {
  readonly kind: "UPPLAN" | "UPJSK" | "UPSIKYU" | "UPHOSOKU" | "DLTPLAN" | "DLTJSK";
  /** First row of each care user. */
  readonly users: ReadonlyMap<UserKey, number>;
};
