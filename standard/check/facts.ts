import type { CarePlanFacts } from "./care-plan/facts.ts";
import type { UseFacts } from "./use/facts.ts";

/**
 * What the rules of a set need to know of a file once its rows are gone: keys, counts and sums by care user, never
 * the text. Told apart by `kind`.
 */
export type FileFacts = UseFacts | CarePlanFacts;
