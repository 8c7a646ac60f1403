import {
  type CalendarDate,
  currentVersion,
  type FileRecord,
  type MonthOfService,
  monthAfter,
} from "@tsunagi/standard";
import { dayOf, earlier } from "../calendar.ts";
import type { Client } from "../caseload.ts";
import type { Chance } from "../chance.ts";
import type { Office } from "../offices.ts";
import { areas, goalsOfDay, goalsOfYear, issues, overallPolicies } from "./preventive-words.ts";

/** A preventive plan 介護予防サービス・支援計画書 with its annex 支援計画. */
export type PreventivePlan = {
  readonly sheet: FileRecord<"UPYOBO">;
  readonly support: readonly FileRecord<"UPYOBO_SUB">[];
};

/** @param center whose user it is; where another office plans for it, `planner` is that office */
export function somePreventivePlan(
  client: Client,
  planner: Office,
  center: Office,
  month: MonthOfService,
  chance: Chance,
): PreventivePlan {
  const { user, plannerName } = client;
  const planChangedOn = dayOf(monthAfter(month, -1), chance.between(3, 12));
  const outsourced = planner !== center;
  const key = {
    csvVersion: currentVersion,
    insurerNumber: user.insurerNumber,
    insuredNumber: user.insuredNumber,
    planChangedOn,
  };
  return {
    sheet: {
      ...key,
      planType: user.careLevel === "06" ? "2" : "1",
      outsourcing: outsourced ? "2" : "1",
      name: user.person.name,
      certifiedOn: user.certifiedOn,
      certifiedFrom: user.certifiedFrom,
      certifiedTo: user.certifiedTo,
      planStage: "21",
      certificationStatus: "2",
      supportLevel: supportLevel(client),
      ...(outsourced ? { careManagerName: plannerName } : { centerStaffName: plannerName }),
      plannerOfficeName: planner.name,
      plannerOfficeAddress: planner.address,
      plannerOfficePhone: planner.phone,
      firstPlanOn: earlier(planChangedOn, user.certifiedFrom),
      supportCenter: center.name,
      goalDay: chance.pick(goalsOfDay),
      goalYear: chance.pick(goalsOfYear),
      ...assessment(chance),
      overallPolicy: chance.pick(overallPolicies),
      ...checklist(chance),
      ...(outsourced && { centerOpinion: "プランの内容を確認しました。適切と考えます。" }),
      consentedOn: planChangedOn,
      consentedBy: user.person.name,
    },
    support: supportRows(client, key, planChangedOn, chance),
  };
}

function supportLevel({ user }: Client): "1" | "2" | "3" {
  if (user.careLevel === "06") return "3";
  return user.careLevel === "12" ? "1" : "2";
}

function assessment(chance: Chance) {
  const mobility = chance.pick(areas.mobility);
  const dailyLife = chance.pick(areas.dailyLife);
  const social = chance.pick(areas.social);
  const health = chance.pick(areas.health);
  return {
    mobilityNow: mobility[0],
    mobilityWish: mobility[1],
    mobilityProblem: "1",
    mobilityCause: mobility[2],
    dailyLifeNow: dailyLife[0],
    dailyLifeWish: dailyLife[1],
    dailyLifeProblem: "1",
    dailyLifeCause: dailyLife[2],
    socialNow: social[0],
    socialWish: social[1],
    socialProblem: "1",
    socialCause: social[2],
    healthNow: health[0],
    healthWish: health[1],
    healthProblem: "2",
    healthCause: health[2],
  } as const;
}

/** How many of the questions of 基本チェックリスト apply, and the programs that follow from them. */
function checklist(chance: Chance) {
  const exercise = chance.between(1, 5);
  const oral = chance.between(0, 3);
  return {
    checklistExercise: exercise,
    checklistNutrition: 0,
    checklistOral: oral,
    checklistHomebound: chance.between(0, 2),
    checklistForgetfulness: chance.between(0, 1),
    checklistDepression: chance.between(0, 2),
    programExercise: exercise >= 3 ? "1" : "2",
    programNutrition: "2",
    programOral: oral >= 2 ? "1" : "2",
    programHomebound: "2",
    programForgetfulness: "2",
    programDepression: "2",
  } as const;
}

/** An issue for every service, as far as there are issues; further services stand under the last. */
function supportRows(
  { bookings }: Client,
  key: Pick<
    FileRecord<"UPYOBO_SUB">,
    "csvVersion" | "insurerNumber" | "insuredNumber" | "planChangedOn"
  >,
  from: CalendarDate,
  chance: Chance,
): readonly FileRecord<"UPYOBO_SUB">[] {
  const chosen = chance.some(issues, Math.min(bookings.length, issues.length));
  return bookings.map(({ booking: { service, office } }, at) => {
    const words = chosen[at];
    const last = chosen.length;
    return {
      ...key,
      issueNo: Math.min(at + 1, last),
      ...(words && {
        overallIssue: words.issue,
        goalProposal: words.proposal,
        wishes: words.wishes,
        goal: words.goal,
      }),
      supportNo: 1,
      ...(words && {
        supportPoint: words.point,
        selfCareAndInformal: words.selfCare,
        insuredServices: service.name,
      }),
      serviceNo: Math.max(1, at - last + 2),
      serviceCategory: service.name,
      serviceProvider: office.name,
      servicePeriod: `${from.slice(0, 4)}/${from.slice(4, 6)}～６か月`,
    };
  });
}
