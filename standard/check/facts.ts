import type { CarePlanFacts } from "./care-plan/facts.ts";
import type { UseFacts } from "./use/facts.ts";

/**
 * What the rules of a set need to know of a file once its rows are gone: keys, counts and sums by care user, never
 * the text. Told apart by `kind`.
 */
export type FileFacts = UseFacts | CarePlanFacts;

/** 保険者番号 and 被保険者番号: the care user, as far as keys go. */
export type UserKey = `${string}/${string}`;

/** How many keys (users, lines of users) are kept of one file; beyond that a file gives no facts, and a warning. */
export const largestFacts = 400_000;
