import type { RuleName } from "../rules.ts";
import type { SampleFiles } from "./sample-files.ts";

/** Files that show what a rule finds: some that trigger it, and some just beside them that do not. */
export type RuleSample = {
  readonly triggers: () => SampleFiles;
  readonly beside: () => SampleFiles;
  /** Other rules that the triggering files may break too, because the fault cannot be had alone. */
  readonly also?: readonly RuleName[];
};

/** The samples of a table of rules. */
export type SamplesOf<Rules> = { readonly [Name in keyof Rules]: RuleSample };
