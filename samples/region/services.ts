import { parseServiceType, type ServiceType } from "@tsunagi/standard";
import type { CareLevel } from "./care-levels.ts";
import type { Need } from "./needs.ts";

/**
 * The services of the region. Codes and units are made up: they only look like those of the service code table
 * サービスコード表.
 */
export type Service = {
  readonly type: ServiceType;
  /** How care plans call it. */
  readonly name: string;
  /** What it is good for. */
  readonly needs: readonly [Need, ...Need[]];
  /** 人件費割合: how much of the price of a unit follows the wages of the place. */
  readonly wages: "70%" | "55%" | "45%" | "none";
  /** How many of a hundred users of a level have it. */
  readonly use: { readonly [Level in CareLevel]?: number };
  /** 処遇改善加算: an addition in thousandths of the units inside the limit, itself outside the limit. */
  readonly percent?: { readonly code: string; readonly thousandths: number };
  readonly way: Way;
};

/** A code with its units. */
export type Priced = readonly [code: string, units: number];

/** Codes that differ by care level. */
export type PricedByLevel = { readonly [Level in CareLevel]?: Priced };

/**
 * How a service is given.
 * - `visits`: someone comes, at a time of day
 * - `days`: the user goes there for the day
 * - `month`: one code for the month, by the day when only a part of it
 * - `stay`: days and nights
 * - `equipment`: rented things, see equipment.ts
 * - `calls`: twice a month, without a time, outside the limit
 */
export type Way =
  | {
      readonly kind: "visits";
      readonly visits: readonly Visit[];
      /** A week, one of these. */
      readonly timesAWeek: readonly number[];
      /** Once a month, outside the limit, with some users. */
      readonly standby?: Priced;
    }
  | {
      readonly kind: "days";
      readonly price: PricedByLevel;
      readonly timesAWeek: readonly number[];
      readonly hours: readonly (readonly [start: number, end: number])[];
      readonly additions: readonly Priced[];
    }
  | {
      readonly kind: "month";
      readonly price: PricedByLevel;
      readonly perDay: PricedByLevel;
    }
  | {
      readonly kind: "stay";
      readonly price: PricedByLevel;
      readonly nights: readonly [least: number, most: number];
      readonly transfer: Priced;
    }
  | { readonly kind: "equipment" }
  | { readonly kind: "calls"; readonly price: Priced };

/** 所要時間 and how often the code counts for one visit. */
export type Visit = {
  readonly code: string;
  readonly units: number;
  readonly minutes: number;
  readonly count: number;
};

const care = (...share: readonly [number, number, number, number, number]): Service["use"] => ({
  "21": share[0],
  "22": share[1],
  "23": share[2],
  "24": share[3],
  "25": share[4],
});

const preventive = (
  ...share: readonly [target: number, first: number, second: number]
): Service["use"] => ({ "06": share[0], "12": share[1], "13": share[2] });

/** Codes that end in the level's place, e.g. 152441 to 152445. */
const byLevel = (code: string, ...units: readonly number[]): PricedByLevel =>
  Object.fromEntries(units.map((each, at) => [`2${at + 1}`, [`${code}${at + 1}`, each]]));

const forPrevention = (first: Priced, second: Priced): PricedByLevel => ({
  "06": first,
  "12": first,
  "13": second,
});

const visit = (code: string, units: number, minutes: number, count = 1): Visit => ({
  code,
  units,
  minutes,
  count,
});

const dayHours = [
  [9 * 60 + 30, 16 * 60 + 40],
  [9 * 60 + 15, 16 * 60 + 20],
  [10 * 60, 17 * 60 + 10],
] as const;

const halfDayHours = [
  [9 * 60, 12 * 60 + 10],
  [13 * 60 + 30, 16 * 60 + 40],
] as const;

/** In the order in which a user's week is filled. */
export const services: readonly Service[] = [
  {
    type: parseServiceType("15"),
    name: "通所介護",
    needs: ["bathing", "company"],
    wages: "45%",
    use: care(44, 40, 34, 27, 20),
    percent: { code: "156118", thousandths: 92 },
    way: {
      kind: "days",
      price: byLevel("15244", 658, 777, 900, 1023, 1148),
      timesAWeek: [1, 1, 2, 2, 2, 3, 3, 4],
      hours: dayHours,
      additions: [
        ["155301", 40],
        ["155051", 56],
      ],
    },
  },
  {
    type: parseServiceType("78"),
    name: "地域密着型通所介護",
    needs: ["exercise", "company"],
    wages: "45%",
    use: care(20, 17, 14, 10, 7),
    percent: { code: "786118", thousandths: 92 },
    way: {
      kind: "days",
      price: byLevel("78224", 416, 478, 540, 600, 663),
      timesAWeek: [1, 1, 2, 2, 3],
      hours: halfDayHours,
      additions: [["785051", 56]],
    },
  },
  {
    type: parseServiceType("72"),
    name: "認知症対応型通所介護",
    needs: ["memory", "company"],
    wages: "55%",
    use: care(3, 4, 5, 5, 3),
    percent: { code: "726118", thousandths: 181 },
    way: {
      kind: "days",
      price: byLevel("72144", 994, 1102, 1210, 1319, 1427),
      timesAWeek: [1, 2, 2, 3],
      hours: dayHours,
      additions: [["725301", 40]],
    },
  },
  {
    type: parseServiceType("16"),
    name: "通所リハビリテーション",
    needs: ["exercise", "bathing"],
    wages: "55%",
    use: care(14, 14, 12, 10, 8),
    percent: { code: "166118", thousandths: 86 },
    way: {
      kind: "days",
      price: byLevel("16244", 762, 903, 1046, 1215, 1379),
      timesAWeek: [1, 2, 2, 3],
      hours: dayHours,
      additions: [["165301", 40]],
    },
  },
  {
    type: parseServiceType("11"),
    name: "訪問介護",
    needs: ["household", "toilet"],
    wages: "70%",
    use: care(28, 30, 34, 38, 44),
    percent: { code: "116275", thousandths: 245 },
    way: {
      kind: "visits",
      visits: [
        visit("111111", 244, 30),
        visit("111111", 244, 30),
        visit("111211", 387, 60),
        visit("112111", 309, 50),
        visit("117211", 179, 45),
        visit("117311", 220, 60),
      ],
      timesAWeek: [1, 1, 2, 2, 3, 3, 5, 7],
    },
  },
  {
    type: parseServiceType("76"),
    name: "定期巡回・随時対応型訪問介護看護",
    needs: ["toilet", "medicine"],
    wages: "70%",
    use: care(1, 2, 3, 4, 4),
    percent: { code: "766275", thousandths: 245 },
    way: {
      kind: "month",
      price: byLevel("76111", 5446, 9720, 16_140, 20_417, 24_692),
      perDay: byLevel("76112", 179, 320, 531, 672, 812),
    },
  },
  {
    type: parseServiceType("13"),
    name: "訪問看護",
    needs: ["health", "medicine"],
    wages: "70%",
    use: care(14, 18, 24, 32, 42),
    way: {
      kind: "visits",
      visits: [visit("131111", 471, 30), visit("131211", 823, 60)],
      timesAWeek: [1, 1, 1, 2],
      standby: ["134004", 600],
    },
  },
  {
    type: parseServiceType("14"),
    name: "訪問リハビリテーション",
    needs: ["exercise"],
    wages: "55%",
    use: care(6, 8, 8, 8, 9),
    way: { kind: "visits", visits: [visit("141111", 308, 40, 2)], timesAWeek: [1, 1, 2] },
  },
  {
    type: parseServiceType("12"),
    name: "訪問入浴介護",
    needs: ["bathing"],
    wages: "70%",
    use: care(0, 1, 3, 8, 17),
    percent: { code: "126118", thousandths: 100 },
    way: { kind: "visits", visits: [visit("121111", 1266, 50)], timesAWeek: [1, 1, 2] },
  },
  {
    type: parseServiceType("17"),
    name: "福祉用具貸与",
    needs: ["equipment"],
    wages: "none",
    use: care(35, 50, 60, 68, 72),
    way: { kind: "equipment" },
  },
  {
    type: parseServiceType("21"),
    name: "短期入所生活介護",
    needs: ["rest"],
    wages: "55%",
    use: care(5, 9, 16, 22, 20),
    percent: { code: "216118", thousandths: 140 },
    way: {
      kind: "stay",
      price: byLevel("21211", 603, 672, 745, 815, 884),
      nights: [2, 9],
      transfer: ["219200", 184],
    },
  },
  {
    type: parseServiceType("22"),
    name: "短期入所療養介護",
    needs: ["rest", "health"],
    wages: "55%",
    use: care(1, 1, 3, 4, 4),
    percent: { code: "226118", thousandths: 75 },
    way: {
      kind: "stay",
      price: byLevel("22121", 830, 880, 944, 997, 1052),
      nights: [2, 6],
      transfer: ["221920", 184],
    },
  },
  {
    type: parseServiceType("31"),
    name: "居宅療養管理指導",
    needs: ["health"],
    wages: "none",
    use: care(6, 8, 12, 18, 25),
    way: { kind: "calls", price: ["311111", 515] },
  },
  {
    type: parseServiceType("A6"),
    name: "通所型サービス（独自）",
    needs: ["exercise", "company"],
    wages: "45%",
    use: preventive(62, 48, 45),
    percent: { code: "A66118", thousandths: 92 },
    way: {
      kind: "month",
      price: forPrevention(["A61111", 1798], ["A61121", 3621]),
      perDay: forPrevention(["A61112", 59], ["A61122", 119]),
    },
  },
  {
    type: parseServiceType("A2"),
    name: "訪問型サービス（独自）",
    needs: ["household"],
    wages: "70%",
    use: preventive(45, 34, 28),
    percent: { code: "A26275", thousandths: 245 },
    way: { kind: "visits", visits: [visit("A22411", 287, 50)], timesAWeek: [1, 1, 1, 2] },
  },
  {
    type: parseServiceType("66"),
    name: "介護予防通所リハビリテーション",
    needs: ["exercise"],
    wages: "55%",
    use: preventive(0, 12, 18),
    percent: { code: "666118", thousandths: 86 },
    way: {
      kind: "month",
      price: forPrevention(["661111", 2268], ["661121", 4228]),
      perDay: forPrevention(["661112", 75], ["661122", 139]),
    },
  },
  {
    type: parseServiceType("63"),
    name: "介護予防訪問看護",
    needs: ["health"],
    wages: "70%",
    use: preventive(0, 8, 12),
    way: {
      kind: "visits",
      visits: [visit("631111", 451, 30)],
      timesAWeek: [1],
      standby: ["634004", 600],
    },
  },
  {
    type: parseServiceType("64"),
    name: "介護予防訪問リハビリテーション",
    needs: ["exercise"],
    wages: "55%",
    use: preventive(0, 4, 5),
    way: { kind: "visits", visits: [visit("641111", 298, 40, 2)], timesAWeek: [1] },
  },
  {
    type: parseServiceType("67"),
    name: "介護予防福祉用具貸与",
    needs: ["equipment"],
    wages: "none",
    use: preventive(0, 34, 46),
    way: { kind: "equipment" },
  },
  {
    type: parseServiceType("24"),
    name: "介護予防短期入所生活介護",
    needs: ["rest"],
    wages: "55%",
    use: preventive(0, 1, 3),
    percent: { code: "246118", thousandths: 140 },
    way: {
      kind: "stay",
      price: forPrevention(["242111", 451], ["242112", 561]),
      nights: [1, 3],
      transfer: ["249200", 184],
    },
  },
  {
    type: parseServiceType("34"),
    name: "介護予防居宅療養管理指導",
    needs: ["health"],
    wages: "none",
    use: preventive(0, 3, 4),
    way: { kind: "calls", price: ["341111", 515] },
  },
];

/** Of these a user has one at most: the later one gives way. */
export const alternatives: readonly (readonly string[])[] = [
  ["11", "76"],
  ["15", "72"],
  ["A6", "66"],
  ["21", "22"],
  ["14", "16"],
];

/** By 地域区分 of the district, in hundredths of a yen. */
const prices: readonly { readonly [Wages in Service["wages"]]: number }[] = [
  { "70%": 1140, "55%": 1110, "45%": 1090, none: 1000 },
  { "70%": 1105, "55%": 1083, "45%": 1068, none: 1000 },
  { "70%": 1042, "55%": 1033, "45%": 1027, none: 1000 },
  { "70%": 1000, "55%": 1000, "45%": 1000, none: 1000 },
];

/** The price of a unit 単位数単価 in a district, in hundredths of a yen so that sums stay whole. */
export function unitPriceInHundredths(service: Service, district: number): number {
  const price = prices[district % prices.length];
  if (price === undefined) throw new RangeError("districts count from 0");
  return price[service.wages];
}
