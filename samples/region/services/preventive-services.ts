import { parseServiceType } from "@tsunagi/standard";
import { type Priced, type PricedByLevel, type Service, visit } from "./service.ts";

const preventive = (
  ...share: readonly [target: number, first: number, second: number]
): Service["use"] => ({ "06": share[0], "12": share[1], "13": share[2] });

const forPrevention = (first: Priced, second: Priced): PricedByLevel => ({
  "06": first,
  "12": first,
  "13": second,
});

/** Services of 総合事業 and 予防給付, in the order in which a user's week is filled. */
export const preventiveServices: readonly Service[] = [
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
