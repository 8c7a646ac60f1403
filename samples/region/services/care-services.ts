import { parseServiceType } from "@tsunagi/standard";
import { type PricedByLevel, type Service, visit } from "./service.ts";

const care = (...share: readonly [number, number, number, number, number]): Service["use"] => ({
  "21": share[0],
  "22": share[1],
  "23": share[2],
  "24": share[3],
  "25": share[4],
});

/** Codes that end in the level's place, e.g. 152441 to 152445. */
const byLevel = (code: string, ...units: readonly number[]): PricedByLevel =>
  Object.fromEntries(units.map((each, at) => [`2${at + 1}`, [`${code}${at + 1}`, each]]));

const dayHours = [
  [9 * 60 + 30, 16 * 60 + 40],
  [9 * 60 + 15, 16 * 60 + 20],
  [10 * 60, 17 * 60 + 10],
] as const;

const halfDayHours = [
  [9 * 60, 12 * 60 + 10],
  [13 * 60 + 30, 16 * 60 + 40],
] as const;

/** Services of 介護給付, in the order in which a user's week is filled. */
export const careServices: readonly Service[] = [
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
];
