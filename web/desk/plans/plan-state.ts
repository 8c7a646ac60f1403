import { type Account, type PlannedUser, planFaults, reckonPlan } from "@tsunagi/standard";
import type { KeptDraft } from "../drafts/draft-keeper.ts";

/**
 * Where the plan of a care user stands: none yet, something in the way, ready and never sent, sent as it stands, or
 * changed after it was sent.
 */
export type PlanStanding = "none" | "faulty" | "ready" | "sent" | "changed";

export interface PlanState {
  readonly standing: PlanStanding;
  readonly account: Account | undefined;
}

export function planStateOf(kept: KeptDraft<PlannedUser> | undefined): PlanState {
  if (kept === undefined) return { standing: "none", account: undefined };
  const { content, sent, isSent } = kept;
  const account = reckonPlan(content.user, content.draft);
  return { standing: standing(), account };

  function standing(): PlanStanding {
    if (isSent || (sent !== null && JSON.stringify(sent) === JSON.stringify(content))) {
      return "sent";
    }
    if (planFaults(content).length > 0) return "faulty";
    return sent === null ? "ready" : "changed";
  }
}

/** Whether a plan is to be sent when all plans of the month are. */
export function isToSend({ standing }: PlanState): boolean {
  return standing === "ready" || standing === "changed";
}
