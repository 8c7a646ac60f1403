import type { FileRecord } from "@tsunagi/standard";
import { earlier } from "../calendar.ts";
import type { Client } from "../caseload.ts";
import type { Chance } from "../chance.ts";
import type { Office } from "../offices.ts";
import type { PlanKey } from "./plan-key.ts";
import {
  assessments,
  boardOpinions,
  familysWishes,
  supportPolicies,
  usersWishes,
} from "./plan-words.ts";

/** Table 1 of a care plan: who the user is, what they wish, what the care is to do. */
export function table1(
  { user, plannerName, bookings }: Client,
  planner: Office,
  key: PlanKey,
  chance: Chance,
): FileRecord<"UP1KYO"> {
  const isFirst = chance.happens(0.2);
  const household = bookings.some(({ booking: { service } }) => service.type === "11");
  return {
    ...key,
    postalCode: user.postalCode,
    address1: user.address,
    ...(user.building !== undefined && { address2: user.building }),
    plannerName,
    officeName: planner.name,
    officePostalCode: "000-0000",
    officeAddress1: planner.address,
    officeNumber: planner.number,
    firstPlanOn: isFirst ? key.planChangedOn : earlier(key.planChangedOn, user.certifiedFrom),
    planStage: isFirst ? "11" : "21",
    certificationStatus: "2",
    certifiedOn: user.certifiedOn,
    certifiedFrom: user.certifiedFrom,
    certifiedTo: user.certifiedTo,
    careLevel: user.careLevel,
    wishesAndAssessment: [
      `【本人】${chance.pick(usersWishes)}`,
      `【家族】${user.relative.relation}${chance.pick(familysWishes)}`,
      `【課題分析の結果】${chance.pick(assessments)}`,
    ].join("\n"),
    boardOpinion: chance.pick(boardOpinions),
    supportPolicy: chance.pick(supportPolicies),
    ...(household && homeHelpReason(user.livesAlone, chance)),
    updatingOffice: planner.number,
  };
}

/** 生活援助中心型の算定理由. */
function homeHelpReason(livesAlone: boolean, chance: Chance) {
  if (livesAlone) return { homeHelpReason: "1" } as const;
  if (chance.happens(0.8)) return { homeHelpReason: "2" } as const;
  return {
    homeHelpReason: "3",
    homeHelpReasonOther: "同居の家族が就労しており、日中は家事ができないため",
  } as const;
}
