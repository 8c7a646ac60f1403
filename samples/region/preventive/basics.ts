import {
  type CalendarDate,
  currentVersion,
  type FileRecord,
  type MonthOfService,
  monthAfter,
} from "@tsunagi/standard";
import { dayOf } from "../calendar.ts";
import type { Client } from "../caseload.ts";
import type { Chance } from "../chance.ts";
import type { CareLevel } from "../people/care-levels.ts";
import type { CareUser } from "../people/care-user.ts";
import {
  dailyLives,
  daysHours,
  diseases,
  families,
  finances,
  hobbies,
  livesSoFar,
  socialRelations,
} from "./basics-words.ts";
import { familyPicture } from "./family-picture.ts";

/** The basic information 利用者基本情報 of a client, with its annexes and perhaps a picture of the family. */
export type Basics = {
  readonly sheet: FileRecord<"UPKIHON">;
  readonly day: readonly FileRecord<"UPKIHON_SUB1">[];
  readonly history: readonly FileRecord<"UPKIHON_SUB2">[];
  readonly picture: Uint8Array | undefined;
};

type Level = NonNullable<FileRecord<"UPKIHON">["careLevel"]>;

export function someBasics(
  { user, plannerName }: Client,
  month: MonthOfService,
  outsourced: boolean,
  chance: Chance,
): Basics {
  const consultedOn = dayOf(monthAfter(month, -2), chance.between(1, 28));
  const key = {
    csvVersion: currentVersion,
    insurerNumber: user.insurerNumber,
    insuredNumber: user.insuredNumber,
    consultedOn,
  };
  return {
    sheet: {
      ...key,
      planType: user.careLevel === "06" ? "2" : "1",
      outsourcing: outsourced ? "2" : "1",
      authorName: plannerName,
      ...consultation(dayOf(monthAfter(month, -5), 10), chance),
      ...person(user),
      ...health(user, consultedOn, chance),
      ...home(user, chance),
      ...life(chance),
      consentedOn: consultedOn,
      consentedBy: user.person.name,
    },
    day: daysHours.map(([time, userLife, caregiverLife]) => ({
      ...key,
      time,
      userLife,
      ...(caregiverLife !== "" && { caregiverLife }),
    })),
    history: chance.some(diseases, chance.between(1, 3)).map(([disease, treatment]) => ({
      ...key,
      onset: `令和${chance.between(1, 6)}年頃`,
      disease,
      clinicAndDoctor: "見本医院　例示 先生",
      doctorRole: "1",
      clinicPhone: "000-0000-0000",
      course: "01",
      treatment,
    })),
    picture: chance.happens(0.6) ? familyPicture(user.sex, user.livesAlone, chance) : undefined,
  };
}

type Consultation = Pick<
  FileRecord<"UPKIHON">,
  | "consultationMethod"
  | "consultationMethodOther"
  | "consultationCount"
  | "previousConsultationOn"
  | "situation"
>;

function consultation(before: CalendarDate, chance: Chance): Consultation {
  return chance.pick<Consultation>([
    { consultationMethod: "01", consultationCount: "01", situation: "01" },
    { consultationMethod: "02", consultationCount: "01", situation: "01" },
    {
      consultationMethod: "03",
      consultationMethodOther: "自宅を訪問",
      consultationCount: "02",
      previousConsultationOn: before,
      situation: "01",
    },
  ]);
}

function person(user: CareUser) {
  const { name, relation, phone } = user.relative;
  return {
    nameKana: user.person.kana,
    name: user.person.name,
    sex: user.sex,
    birthDate: user.birthDate,
    address: user.building === undefined ? user.address : `${user.address} ${user.building}`,
    phone: user.phone,
    visitorName: name,
    visitorRelation: relation,
    visitorPhone: phone,
    emergency1Name: name,
    emergency1Relation: relation,
    emergency1Phone: phone,
  } as const;
}

function health(
  user: CareUser,
  consultedOn: CalendarDate,
  chance: Chance,
): Partial<FileRecord<"UPKIHON">> {
  const target = user.careLevel === "06";
  return {
    physicalIndependence: chance.pick(["11", "12", "21"] as const),
    cognitiveIndependence: chance.pick(["01", "02"] as const),
    careLevel: levelOf(user.careLevel),
    ...(!target && { certifiedFrom: user.certifiedFrom, certifiedTo: user.certifiedTo }),
    ...(target && { checklistResult: "1", checklistOn: consultedOn }),
    physicalDisability: "0",
    intellectualDisability: "0",
    mentalDisability: "0",
    intractableDisease: "0",
  };
}

/** The list here knows 非該当 in place of 事業対象者. */
function levelOf(level: CareLevel): Level {
  return level === "06" ? "01" : level;
}

function home(user: CareUser, chance: Chance) {
  return {
    housing: user.building === undefined ? "05" : "08",
    roomFloor: chance.between(1, user.building === undefined ? 2 : 5),
    homeModified: chance.pick(["1", "2"] as const),
    nationalPension: "1",
    employeesPension: chance.pick(["1", "0"] as const),
    disabilityPension: "0",
    publicAssistance: "0",
    financesNote: chance.pick(finances),
  } as const;
}

function life(chance: Chance) {
  return {
    familyNote: chance.pick(families),
    lifeSoFar: chance.pick(livesSoFar),
    dailyLife: chance.pick(dailyLives),
    hobbies: chance.pick(hobbies),
    socialRelations: chance.pick(socialRelations),
    publicServices: "なし",
    privateServices: "配食サービス（週３回）",
  };
}
