import type { CareUserView } from "@tsunagi/contract/desk";
import type { CareUserDetails, PlannedUser } from "@tsunagi/standard";

/** Reads a draft of a plan as the app has kept it; undefined when it is none. */
export function readPlan(stored: unknown): PlannedUser | undefined {
  // What stands there was written here: its form is told by its two parts.
  const plan = stored as Partial<PlannedUser> | null;
  const isPlan = Array.isArray(plan?.draft?.lines) && typeof plan.user?.name === "string";
  return isPlan ? (plan as PlannedUser) : undefined;
}

/** What the drafts of a care user are kept under. */
export function careUserKey({
  insurerNumber,
  insuredNumber,
}: Pick<CareUserView, "insurerNumber" | "insuredNumber">): string {
  return `${insurerNumber}_${insuredNumber}`;
}

/** A care user of the list as plans know them: the contract holds numbers and dates to the form of the standard. */
export function detailsOf(view: CareUserView): CareUserDetails {
  return view as CareUserDetails;
}

/** Whether the same is known of a care user. */
export function isSameUser(a: CareUserDetails, b: CareUserDetails): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CareUserDetails>;
  return Array.from(keys).every((key) => a[key] === b[key]);
}
