import { annexRecords } from "../../account/annex-records.ts";
import type { PlanOfUseRecords } from "../../documents/plan-of-use.ts";
import { currentVersion } from "../../layout/versions.ts";
import type { FileRecord } from "../../records/file-record.ts";
import { reckonPlan, stayDaysOf } from "./charge-plan.ts";
import type { CareUserDetails, PlanDraft } from "./plan-draft.ts";
import { type PlanMaking, slipRecords } from "./slip-records.ts";

/** A care user with the plan of a month. */
export type PlannedUser = { readonly user: CareUserDetails; readonly draft: PlanDraft };

/** Tables 6 and 7 and the supplement of one care user. */
export function planRecords({ user, draft }: PlannedUser, making: PlanMaking): PlanOfUseRecords {
  const account = reckonPlan(user, draft);
  const { insurerNumber, insuredNumber } = user;
  const stay = stayDaysOf(draft);
  return {
    UPPLAN: slipRecords(user, draft, account, making),
    UPSIKYU: annexRecords(account, {
      insurerNumber,
      insuredNumber,
      createdOn: making.createdOn,
      month: draft.month,
      planner: making.planner,
      ...(stay && { stay }),
    }),
    UPHOSOKU: [supplementOf({ user, draft }, account.excess, making)],
  };
}

function supplementOf(
  { user, draft }: PlannedUser,
  excessTotal: number,
  { planner }: PlanMaking,
): FileRecord<"UPHOSOKU"> {
  const { benefitRate: _paid, ...details } = user;
  const stay = stayDaysOf(draft);
  return {
    ...details,
    csvVersion: currentVersion,
    planChangedOn: "00000000",
    excessTotal,
    ...(stay && {
      shortStayDaysBefore: stay.before,
      shortStayDaysTotal: stay.before + stay.planned,
    }),
    consentOffice: planner,
    updatingOffice: planner,
    month: draft.month,
  };
}
