import type { CalendarDate, FileRecord } from "@tsunagi/standard";
import type { Client } from "../caseload.ts";
import type { Chance } from "../chance.ts";
import type { Office } from "../offices.ts";
import type { Booking } from "../services/booking.ts";
import { type NeedInWords, needsInWords } from "./needs.ts";
import type { PlanKey } from "./plan-key.ts";
import { informalSupport } from "./plan-words.ts";

type Row = FileRecord<"UP2KYO">;

/** The part of a row that a level of the table says; the rows below it may leave it out, as on paper. */
type Level = Partial<Row>;

/**
 * Table 2 of a care plan: a need for every service, one goal or two each, what the office and perhaps the family do.
 * Some care managers write again in every row what others leave empty where it is as above.
 */
export function table2(
  { user, bookings }: Client,
  planner: Office,
  key: PlanKey,
  chance: Chance,
): readonly Row[] {
  const writesAgain = chance.happens(0.3);
  const period = `${dotted(key.planChangedOn)}～${dotted(user.certifiedTo)}`;
  return bookings.flatMap(({ booking }, at) => {
    const words = needsInWords[chance.pick(booking.service.needs)];
    const need: Level = { needNo: at + 1, need: chance.pick(words.need) };
    return goalsOf(words, key, period, chance).flatMap((goal, goalAt) =>
      supportsOf(booking, words, period, chance).map((support, supportAt): Row => {
        const isFirst = supportAt === 0;
        return {
          ...key,
          ...(writesAgain || (isFirst && goalAt === 0) ? need : { needNo: at + 1 }),
          ...(writesAgain || isFirst ? goal : { goalNo: goalAt + 1 }),
          ...support,
          supportNo: supportAt + 1,
          updatingOffice: planner.number,
        };
      }),
    );
  });
}

function goalsOf(
  words: NeedInWords,
  { planChangedOn }: PlanKey,
  longTermPeriod: string,
  chance: Chance,
): readonly Level[] {
  const longTermGoal = chance.pick(words.longTerm);
  return chance.some(words.shortTerm, chance.happens(0.25) ? 2 : 1).map((shortTermGoal, at) => ({
    goalNo: at + 1,
    longTermGoal,
    shortTermGoal,
    longTermPeriod,
    shortTermPeriod: `${dotted(planChangedOn)}～６か月`,
  }));
}

function supportsOf(
  { service, office, frequency }: Booking,
  words: NeedInWords,
  servicePeriod: string,
  chance: Chance,
): readonly Level[] {
  const byOffice: Level = {
    serviceContent: chance.pick(words.content),
    coverage: "Y",
    serviceCategory: service.name,
    serviceOffice: office.number,
    serviceOfficeName: office.name,
    frequency,
    servicePeriod,
  };
  if (!chance.happens(0.4)) return [byOffice];
  const [serviceContent, serviceCategory, often] = chance.pick(informalSupport);
  return [
    byOffice,
    { serviceContent, coverage: "N", serviceCategory, frequency: often, servicePeriod },
  ];
}

/** 2026/12/01, as it stands in the columns of periods. */
function dotted(date: CalendarDate): string {
  return `${date.slice(0, 4)}/${date.slice(4, 6)}/${date.slice(6)}`;
}
