import { codeLists, type FileRecord, type PreventivePlan } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { type Choice, choices } from "../paper/choices.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack } from "../paper/stack.ts";
import { dateText, periodText } from "../words/dates.ts";

type Plan = Partial<FileRecord<"UPYOBO">>;

/** Whose plan it is, who made it and when: at the head of the form. */
export function planHead(plan: PreventivePlan): Content {
  const record: Plan = plan.plan?.record ?? {};
  return stack([
    beside(
      [10, headCell("NO.")],
      [30, value(record.referenceNo)],
      [14, headCell("利用者名")],
      [62, value(`${plan.name ?? `被保険者番号 ${plan.insuredNumber}`}　様`, { size: 9.5 })],
      [16, headCell("認定年月日")],
      [29, value(dateText(record.certifiedOn))],
      [20, headCell("認定の有効期間")],
      [52, value(periodText(record.certifiedFrom, record.certifiedTo))],
      [44, chosen(stagesOf(record))],
    ),
    beside(
      [24, headCell("計画作成者氏名")],
      [92, value(plannersOf(record))],
      [45, headCell("計画作成事業者・事業所名及び所在地（連絡先）")],
      [72, value(plannerOfficeOf(record))],
      [44, chosen(certificationOf(record))],
    ),
    beside(
      [48, headCell("計画作成（変更）日（初回作成日）")],
      [68, value(datesOf(plan))],
      [45, headCell("担当地域包括支援センター")],
      [72, value(record.supportCenter)],
      [44, chosen(levelsOf(record))],
    ),
  ]);
}

/** 目標とする生活: of a day and of a year. */
export function goals(record: Plan | undefined): Content {
  const goal = { size: 9, least: 9 } as const;
  return beside(
    [26, headCell("目標とする生活", { size: 8 })],
    [12, headCell("１日", { size: 8 })],
    [113, value(record?.goalDay, goal)],
    [13, headCell("１年", { size: 8 })],
    [113, value(record?.goalYear, goal)],
  );
}

function stagesOf({ planStage }: Plan): readonly Choice[] {
  return stages.map(([word, codes]) => [
    word,
    planStage !== undefined && codes.includes(planStage),
  ]);
}

/** Each stage of a plan, with the codes 計画書区分 that say it. */
const stages: readonly (readonly [word: string, codes: readonly string[]])[] = [
  ["初回", ["11", "51", "52", "54"]],
  ["紹介", ["12", "51", "53", "54"]],
  ["継続", ["21", "52", "53", "54"]],
];

function certificationOf({ certificationStatus }: Plan): readonly Choice[] {
  return [
    ["認定済", certificationStatus === "2"],
    ["申請中", certificationStatus === "1"],
  ];
}

function levelsOf({ supportLevel }: Plan): readonly Choice[] {
  return codeLists.supportLevel.map(([code, word]) => [word, code === supportLevel]);
}

function plannersOf({ centerStaffName, careManagerName }: Plan): string {
  const careManager = careManagerName && `（委託の場合 担当介護支援専門員）${careManagerName}`;
  return [centerStaffName, careManager].filter(Boolean).join("\n");
}

function plannerOfficeOf(record: Plan): string {
  const { plannerOfficeName, plannerOfficeAddress, plannerOfficePhone } = record;
  const phone = plannerOfficePhone && `電話 ${plannerOfficePhone}`;
  return [plannerOfficeName, plannerOfficeAddress, phone].filter(Boolean).join("　");
}

function datesOf({ planChangedOn, plan }: PreventivePlan): string {
  return `${dateText(planChangedOn)}（初回作成日　${dateText(plan?.record.firstPlanOn)}）`;
}

function value(text: string | undefined, style: Partial<CellStyle> = {}): Content {
  return cell(text ?? "", { size: 8, valign: "middle", padding: 0.8, least: 6.5, ...style });
}

function chosen(all: readonly Choice[]): Content {
  return choices(all, {
    size: 7.5,
    align: "center",
    valign: "middle",
    between: "・",
    padding: 0.6,
  });
}
