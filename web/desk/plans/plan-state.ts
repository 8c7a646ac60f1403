import {
  type Account,
  type PlannedUser,
  type PlanToSend,
  planFaults,
  reckonPlan,
} from "@tsunagi/standard";
import type { KeptDraft } from "../drafts/draft-keeper.ts";

/**
 * Where the plan of a care user stands: none yet, something in the way, ready and never sent, sent as it stands, changed
 * after it was sent, or emptied after it was sent, so that it is to be taken back.
 */
export type PlanStanding = "none" | "faulty" | "ready" | "sent" | "changed" | "withdrawn";

export interface PlanState {
  readonly standing: PlanStanding;
  readonly account: Account | undefined;
}

export function planStateOf(kept: KeptDraft<PlannedUser> | undefined): PlanState {
  const standing = kept === undefined ? "none" : standingOf(kept);
  if (kept === undefined || standing === "none") return { standing, account: undefined };
  const { user, draft } = kept.content;
  return { standing, account: reckonPlan(user, draft) };
}

function standingOf({ content, sent, isSent }: KeptDraft<PlannedUser>): PlanStanding {
  const isEmpty = content.draft.lines.length === 0;
  if (isEmpty && (sent === null || sent.draft.lines.length === 0)) return "none";
  if (isSent || (sent !== null && JSON.stringify(sent) === JSON.stringify(content))) return "sent";
  if (isEmpty) return "withdrawn";
  if (planFaults(content).length > 0) return "faulty";
  return sent === null ? "ready" : "changed";
}

/** Whether a plan is to be sent when all plans of the month are. */
export function isToSend({ standing }: PlanState): boolean {
  return standing === "ready" || standing === "changed" || standing === "withdrawn";
}

/** The plans that are to be sent, each with what was sent of it last. */
export function plansToSend(drafts: Iterable<KeptDraft<PlannedUser>>): readonly PlanToSend[] {
  return Array.from(drafts).flatMap((kept) =>
    isToSend(planStateOf(kept)) ? [{ ...kept.content, sent: kept.sent }] : [],
  );
}
