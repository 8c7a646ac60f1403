import {
  type Address,
  type OfficeNumber,
  parseOfficeNumber,
  parseServiceType,
  type ServiceType,
} from "@tsunagi/standard";
import { twoDigits } from "./calendar.ts";
import { Chance } from "./chance.ts";

/**
 * An office of the region. Its number is made as real ones are, prefecture first and check digit last, but with the
 * area 00, which no real office has.
 */
export type Office = {
  readonly number: OfficeNumber;
  readonly name: string;
  /** The first is the one it was founded for, e.g. 訪問介護 `11`; others are the same work in preventive care. */
  readonly serviceTypes: readonly ServiceType[];
  /** サテライト枝番 of a branch with the same number, where the office has one. */
  readonly satellite: string | undefined;
  /** 割引: what is left of the units in percent; 100 at most offices. */
  readonly discountRate: number;
  readonly phone: string;
  readonly address: string;
};

/** What offices do. The care managers' offices are 居宅介護支援 and 地域包括支援センター, all others give services. */
type Role = { readonly types: readonly string[]; readonly names: readonly string[] };

const roles = {
  planner: { types: ["43"], names: ["居宅介護支援事業所", "ケアプランセンター"] },
  center: { types: ["46"], names: ["地域包括支援センター"] },
  homeHelp: {
    types: ["11", "A2"],
    names: ["訪問介護ステーション", "ヘルパーステーション", "ホームヘルプ㈱"],
  },
  dayCare: { types: ["15", "A6"], names: ["デイサービスセンター", "通所介護事業所"] },
  smallDayCare: { types: ["78", "A6"], names: ["デイサービス", "デイの家", "半日デイ"] },
  nursing: { types: ["13", "63"], names: ["訪問看護ステーション", "ナースステーション"] },
  equipment: { types: ["17", "67"], names: ["福祉用具センター", "㈱ケアレンタル"] },
  shortStay: { types: ["21", "24"], names: ["ショートステイ", "特別養護老人ホーム"] },
  dayRehabilitation: { types: ["16", "66"], names: ["通所リハビリセンター", "デイケア"] },
  homeRehabilitation: { types: ["14", "64"], names: ["訪問リハビリセンター"] },
  visitingDoctor: { types: ["31", "34"], names: ["在宅クリニック", "訪問歯科医院", "薬局"] },
  homeBath: { types: ["12", "62"], names: ["訪問入浴サービス"] },
  healthFacility: { types: ["22", "25"], names: ["介護老人保健施設"] },
  roundTheClock: { types: ["76"], names: ["２４時間ケアステーション"] },
  dementiaDayCare: { types: ["72"], names: ["認知症デイサービス"] },
} as const satisfies { readonly [name: string]: Role };

type RoleName = keyof typeof roles;

/** A district of 64 offices, about as many of each as there are in the country; every beginning is a small district. */
// biome-ignore format: eight offices to a line.
const mix: readonly RoleName[] = [
  "planner", "center", "homeHelp", "dayCare", "equipment", "nursing", "shortStay", "smallDayCare",
  "planner", "homeHelp", "dayRehabilitation", "homeRehabilitation", "dayCare", "visitingDoctor", "planner", "homeHelp",
  "smallDayCare", "nursing", "dayCare", "equipment", "homeHelp", "planner", "homeBath", "healthFacility",
  "roundTheClock", "homeHelp", "dayCare", "shortStay", "planner", "nursing", "smallDayCare", "dementiaDayCare",
  "homeHelp", "dayCare", "center", "planner", "homeHelp", "nursing", "dayRehabilitation", "equipment",
  "dayCare", "homeHelp", "planner", "smallDayCare", "shortStay", "homeHelp", "dayCare", "nursing",
  "planner", "visitingDoctor", "homeHelp", "dayCare", "homeRehabilitation", "planner", "smallDayCare", "homeHelp",
  "roundTheClock", "dayCare", "equipment", "planner", "nursing", "dayRehabilitation", "shortStay", "homeHelp",
];

const brands = [
  "つなぎ",
  "みほん",
  "かくう",
  "ためし",
  "ひながた",
  "れいだい",
  "もぎ",
  "しけん",
  "かりな",
  "よはく",
  "様式",
  "①丁目",
] as const;

/** The offices of one district, who work with each other. */
export class District {
  readonly planners: readonly Office[];
  readonly centers: readonly Office[];
  readonly #byType: ReadonlyMap<string, readonly Office[]>;

  /**
   * @param first number of the district's first office in the region, from 0
   * @param count how many offices it has
   */
  constructor(seed: number, first: number, count: number) {
    const offices = Array.from({ length: count }, (_, at) => officeAt(seed, first + at, at));
    const byType = new Map<string, Office[]>();
    for (const office of offices) {
      for (const type of office.serviceTypes) {
        const others = byType.get(type);
        if (others === undefined) byType.set(type, [office]);
        else others.push(office);
      }
    }
    this.#byType = byType;
    this.planners = this.giving("43");
    this.centers = this.giving("46");
  }

  /** The offices that give a service. */
  giving(serviceType: string): readonly Office[] {
    return this.#byType.get(serviceType) ?? [];
  }
}

/** An office as sender or receiver, for the work it does. */
export function addressOf(office: Office, serviceType = office.serviceTypes[0]): Address {
  if (serviceType === undefined) throw new RangeError("an office does something");
  return { office: office.number, serviceType };
}

function officeAt(seed: number, index: number, inDistrict: number): Office {
  const chance = new Chance(seed, "office", index);
  const role = roles[mix[inDistrict % mix.length] ?? "planner"];
  const serial = twoDigits(inDistrict + 1);
  return {
    number: officeNumber(index),
    name: `${brands[inDistrict % brands.length]}${chance.pick<string>(role.names)}${ordinal(inDistrict)}`,
    serviceTypes: role.types.map(parseServiceType),
    satellite: role !== roles.planner && chance.happens(0.06) ? "01" : undefined,
    discountRate: role === roles.homeHelp && chance.happens(0.08) ? 95 : 100,
    phone: `000-0000-01${serial}`,
    address: `見本県つなぎ市事業所通${inDistrict + 1}-${chance.between(1, 9)}`,
  };
}

/** Offices of the same brand are told apart: the brands come round after twelve. */
function ordinal(inDistrict: number): string {
  const round = Math.floor(inDistrict / brands.length);
  return round === 0 ? "" : `第${round + 1}`;
}

/** 9,000 offices to a prefecture, from Tokyo's number on; the first of each are left to the small month. */
function officeNumber(index: number): OfficeNumber {
  const prefecture = twoDigits(((12 + Math.floor(index / 9000)) % 47) + 1);
  const digits = `${prefecture}700${String(100 + (index % 9000)).padStart(4, "0")}`;
  return parseOfficeNumber(`${digits}${checkDigit(digits)}`);
}

/** Modulus 10 with the weights 2 and 1 from the right. */
function checkDigit(digits: string): number {
  const sum = Array.from(digits).reduceRight((total, digit, at) => {
    const weighted = Number(digit) * ((digits.length - at) % 2 === 1 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
