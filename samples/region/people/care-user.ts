import {
  type CalendarDate,
  type InsuredNumber,
  type InsurerNumber,
  type MonthOfService,
  monthAfter,
  parseInsuredNumber,
  parseInsurerNumber,
} from "@tsunagi/standard";
import { dayOf, twoDigits } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { type CareLevel, limits, someCareLevel } from "./care-levels.ts";
import {
  type Name,
  relativeOf,
  type Sex,
  someBuilding,
  someName,
  someTownAddress,
} from "./names.ts";

/** A made-up care user 利用者 of the region. */
export type CareUser = {
  readonly insurerNumber: InsurerNumber;
  readonly insuredNumber: InsuredNumber;
  readonly person: Name;
  readonly sex: Sex;
  readonly birthDate: CalendarDate;
  readonly postalCode: string;
  readonly address: string;
  readonly building: string | undefined;
  readonly phone: string;
  readonly careLevel: CareLevel;
  /** Where the level changed in the month: what it was, and the first day of the new one. */
  readonly change: { readonly previous: CareLevel; readonly day: number } | undefined;
  readonly certifiedOn: CalendarDate;
  readonly certifiedFrom: CalendarDate;
  readonly certifiedTo: CalendarDate;
  /** 区分支給限度基準額 of the month: where the level changed, that of the higher. */
  readonly limitUnits: number;
  /** 給付率, in percent. */
  readonly benefitRate: number;
  readonly livesAlone: boolean;
  /** Who is asked first: husband, wife, daughter, son. */
  readonly relative: { readonly name: string; readonly relation: string; readonly phone: string };
};

/**
 * @param number of the user in the region, from 0
 * @param preventive whether the user is one of 介護予防
 */
export function someCareUser(
  chance: Chance,
  number: number,
  district: number,
  month: MonthOfService,
  preventive: boolean,
): CareUser {
  const sex: Sex = chance.happens(0.68) ? "2" : "1";
  const person = someName(chance, sex);
  const careLevel = someCareLevel(chance, preventive);
  const change = someChange(chance, careLevel);
  const assisted = !preventive && chance.happens(0.01);
  const since = monthAfter(month, -chance.between(1, 22));
  const birthMonth = monthAfter(month, -12 * chance.between(66, 101) - chance.below(12));
  return {
    insurerNumber: parseInsurerNumber(`1399${twoDigits(district % 100)}`),
    insuredNumber: parseInsuredNumber(
      assisted ? `H${String(number).padStart(9, "0")}` : String(number).padStart(10, "0"),
    ),
    person,
    sex,
    birthDate: dayOf(birthMonth, chance.between(1, 31)),
    postalCode: `000-00${twoDigits(chance.between(1, 40))}`,
    address: someTownAddress(chance),
    building: chance.happens(0.35) ? someBuilding(chance) : undefined,
    phone: somePhone(chance),
    careLevel,
    change,
    certifiedOn: dayOf(monthAfter(since, -1), chance.between(10, 28)),
    certifiedFrom: dayOf(since, 1),
    certifiedTo: dayOf(monthAfter(since, 23), 31),
    limitUnits: Math.max(limits[careLevel], limits[change?.previous ?? careLevel]),
    benefitRate: assisted
      ? 100
      : chance.weigh([
          [90, 91],
          [80, 6],
          [70, 3],
        ]),
    livesAlone: chance.happens(0.3),
    relative: someRelative(chance, person, sex),
  };
}

/** The care level on a day of the month. */
export function levelOn({ careLevel, change }: CareUser, day: number): CareLevel {
  return change !== undefined && day < change.day ? change.previous : careLevel;
}

const oneLevelBefore: { readonly [Level in CareLevel]?: CareLevel } = {
  "22": "21",
  "23": "22",
  "24": "23",
  "25": "24",
};

function someChange(chance: Chance, careLevel: CareLevel): CareUser["change"] {
  const previous = oneLevelBefore[careLevel];
  if (previous === undefined || !chance.happens(0.015)) return undefined;
  return { previous, day: chance.between(8, 21) };
}

function someRelative(chance: Chance, person: Name, sex: Sex): CareUser["relative"] {
  const [relation, relativeSex] = chance.pick<readonly [string, Sex]>([
    ["長女", "2"],
    ["長男", "1"],
    ["次女", "2"],
    sex === "2" ? ["夫", "1"] : ["妻", "2"],
  ]);
  return {
    name: relativeOf(person, chance, relativeSex).name,
    relation,
    phone: somePhone(chance),
  };
}

function somePhone(chance: Chance): string {
  return `000-0000-${String(chance.below(10_000)).padStart(4, "0")}`;
}
