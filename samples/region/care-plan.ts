import { type CalendarDate, currentVersion, type FileRecord } from "@tsunagi/standard";
import type { Booking } from "./booking.ts";
import { clock, earlier } from "./calendar.ts";
import type { Client } from "./caseload.ts";
import type { Chance } from "./chance.ts";
import { needsInWords } from "./needs.ts";
import type { Office } from "./offices.ts";
import {
  assessments,
  boardOpinions,
  dayActivities,
  familysWishes,
  informalSupport,
  outsideTheWeek,
  supportPolicies,
  usersWishes,
} from "./plan-words.ts";

/** A care plan 居宅サービス計画書 of a client: tables 1 to 3. */
export type CarePlan = {
  readonly table1: FileRecord<"UP1KYO">;
  readonly table2: readonly FileRecord<"UP2KYO">[];
  readonly table3: readonly FileRecord<"UP3KYO">[];
};

/** What every row of a plan begins with. */
type Key = Pick<
  FileRecord<"UP2KYO">,
  "csvVersion" | "insurerNumber" | "insuredNumber" | "createdOn" | "planChangedOn"
>;

export function someCarePlan(
  client: Client,
  planner: Office,
  planChangedOn: CalendarDate,
  chance: Chance,
): CarePlan {
  const { insurerNumber, insuredNumber } = client.user;
  const key: Key = {
    csvVersion: currentVersion,
    insurerNumber,
    insuredNumber,
    createdOn: planChangedOn,
    planChangedOn,
  };
  return {
    table1: table1(client, planner, key, chance),
    table2: table2(client, planner, key, chance),
    table3: table3(client, key, chance),
  };
}

function table1(
  { user, plannerName, bookings }: Client,
  planner: Office,
  key: Key,
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

/** A need for every service, one goal each, and what the family does; cells like those above are left empty. */
function table2(
  { user, bookings }: Client,
  planner: Office,
  key: Key,
  chance: Chance,
): readonly FileRecord<"UP2KYO">[] {
  const [from, to] = [key.planChangedOn, user.certifiedTo];
  const half = `${dotted(from)}～${dotted(to)}`;
  return bookings.flatMap(({ booking }, at): readonly FileRecord<"UP2KYO">[] => {
    const words = needsInWords[chance.pick(booking.service.needs)];
    const numbers = { needNo: at + 1, goalNo: 1, updatingOffice: planner.number };
    const first = {
      ...key,
      ...numbers,
      need: chance.pick(words.need),
      longTermGoal: chance.pick(words.longTerm),
      shortTermGoal: chance.pick(words.shortTerm),
      longTermPeriod: half,
      shortTermPeriod: `${dotted(from)}～６か月`,
      supportNo: 1,
      serviceContent: chance.pick(words.content),
      ...serviceOf(booking),
      servicePeriod: half,
    };
    if (!chance.happens(0.5)) return [first];
    const [serviceContent, serviceCategory, frequency] = chance.pick(informalSupport);
    const second = {
      supportNo: 2,
      serviceContent,
      serviceCategory,
      frequency,
      servicePeriod: half,
    };
    return [first, { ...key, ...numbers, ...second, coverage: "N" }];
  });
}

function serviceOf({ service, office, frequency }: Booking) {
  return {
    coverage: "Y",
    serviceCategory: service.name,
    serviceOffice: office.number,
    serviceOfficeName: office.name,
    frequency,
  } as const;
}

function table3({ bookings }: Client, key: Key, chance: Chance): readonly FileRecord<"UP3KYO">[] {
  const services = bookings.flatMap(({ booking: { service, week } }) =>
    (week?.weekdays ?? []).map((weekday) => ({
      ...key,
      service: service.name,
      weekday: `${weekday}` as const,
      ...(week && { serviceStart: week.start, serviceEnd: week.end }),
    })),
  );
  const activities = dayActivities.map(([activity, start, end]) => ({
    ...key,
    activity,
    activityStart: clock(start),
    activityEnd: clock(end),
  }));
  const others = [
    ...chance.some(outsideTheWeek, 1),
    ...bookings.flatMap(({ booking: { service, week, frequency } }) =>
      week === undefined ? `${service.name}（${frequency}）` : [],
    ),
  ];
  return [...services, ...activities, ...others.map((each) => ({ ...key, outsideTheWeek: each }))];
}

/** 2026/12/01, as it stands in the columns of periods. */
function dotted(date: CalendarDate): string {
  return `${date.slice(0, 4)}/${date.slice(4, 6)}/${date.slice(6)}`;
}
