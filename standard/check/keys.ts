/** 保険者番号 and 被保険者番号: the care user, as far as keys go. */
export type UserKey = `${string}/${string}`;

/** 保険者番号, 被保険者番号 and the date that tells plans or consultations of a care user apart. */
export type PlanKey = `${string}/${string}/${string}`;

/** How many keys (users, lines of users) are kept of one file; beyond that a file gives no facts, and a warning. */
export const largestFacts = 400_000;
