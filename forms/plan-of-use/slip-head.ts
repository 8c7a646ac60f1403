import { codeLists, meaningOf } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { boxed } from "../paper/boxed.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { type Choice, choices } from "../paper/choices.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack } from "../paper/stack.ts";
import { dateText, monthText } from "../words/dates.ts";
import { distinct } from "../words/distinct.ts";
import type { Slip } from "./slip.ts";

const open = { ruled: "none", valign: "middle", padding: 0.5 } as const;

/** The line over the form: its number, whether the care level is certified, the month, and from whom to whom. */
export function slipTitle({ month, supplement }: Slip): Content {
  const status = supplement?.certificationStatus;
  return beside(
    [14, cell("第６表", { ...open, size: 11 })],
    [
      40,
      choices(
        [
          ["認定済", status === "2"],
          ["申請中", status === "1"],
        ],
        { ...open, align: "center" },
      ),
    ],
    [
      165,
      cell(`${monthText(month)}分　サービス利用票（兼居宅サービス計画）`, {
        ...open,
        size: 14,
        align: "center",
      }),
    ],
    [58, cell("居宅介護支援事業者→利用者", { ...open, size: 8, align: "right" })],
  );
}

/** Who the user is, who plans, and what the user is entitled to. */
export function slipHead(slip: Slip): Content {
  const { supplement } = slip;
  const rows = (slip.table?.lines ?? []).flatMap(({ visits }) => visits);
  const offices = distinct(rows.map(({ record }) => record.planningOffice));
  const planners = distinct(rows.map(({ record }) => record.plannerName));
  const created = distinct(rows.map(({ record }) => dateText(record.createdOn)));
  return stack([
    beside(
      [17, headCell("保険者番号")],
      [27, value(slip.insurerNumber)],
      [17, headCell("保険者名")],
      [53, value("")],
      [31, headCell("居宅介護支援事業者\n事業所名・担当者名")],
      [
        64,
        value([offices && `事業所番号 ${offices}`, planners].filter(Boolean).join("\n"), {
          align: "left",
        }),
      ],
      [17, headCell("作成年月日")],
      [51, value(created)],
    ),
    beside(
      [17, headCell("被保険者番号")],
      [27, value(slip.insuredNumber)],
      [17, headCell("フリガナ\n被保険者氏名")],
      [
        53,
        stack([
          cell(supplement?.nameKana ?? "", { size: 7, align: "center", padding: 0.5, least: 4 }),
          cell(slip.name ?? "", { size: 10, align: "center", valign: "middle", grow: 1 }),
        ]),
      ],
      [31, headCell("届出年月日")],
      [64, value("")],
      [17, headCell("利用者確認")],
      [51, value("")],
    ),
    beside(
      [17, headCell("生年月日")],
      [27, value(dateText(supplement?.birthDate), { size: 8 })],
      [9, headCell("性別")],
      [8, value(supplement?.sex === undefined ? "" : sexes(supplement.sex))],
      [13, headCell("要介護\n状態区分")],
      [40, levelChoices(supplement?.previousCareLevel ?? supplement?.careLevel)],
      [13, headCell("変更後")],
      [
        40,
        levelChoices(
          supplement?.previousCareLevel === undefined ? undefined : supplement.careLevel,
        ),
      ],
      [11, headCell("変更日")],
      [24, value(dateText(supplement?.careLevelChangedOn), { size: 7 })],
      [75, stack([entitlement(slip), limitPeriod(slip)])],
    ),
  ]);
}

/** 区分支給限度基準額 and the days of short stay before this month. */
function entitlement({ supplement, table }: Slip): Content {
  const units = supplement?.limitUnits;
  const rows = (table?.lines ?? []).flatMap(({ visits }) => visits);
  const fromRows = distinct(rows.map(({ record }) => record.shortStayDaysBefore?.toString()));
  const days = fromRows || supplement?.shortStayDaysBefore?.toString() || "";
  return beside(
    [18, headCell("区分支給\n限度基準額")],
    [
      24,
      value(units === undefined ? "単位/月" : `${units.toLocaleString("ja-JP")} 単位/月`, {
        size: 7.5,
      }),
    ],
    [20, headCell("前月までの短期\n入所利用日数")],
    [13, value(days === "" ? "日" : `${days} 日`, { size: 7.5 })],
  );
}

function limitPeriod({ supplement }: Slip): Content {
  const from = dateText(supplement?.limitFrom);
  const to = dateText(supplement?.limitTo);
  return beside(
    [21, headCell("限度額適用期間")],
    [
      54,
      value(from === "" && to === "" ? "から　　　　　　まで" : `${from}から　${to}まで`, {
        size: 7,
      }),
    ],
  );
}

/** Care levels to choose from, the user's in a ring. */
function levelChoices(level: string | undefined): Content {
  const known = codeLists.careLevel.map(([code, word]) => ({ word, chosen: code === level }));
  const style = { size: 7, between: "・", align: "center", ruled: "none", padding: 0.6 } as const;
  return boxed(
    stack([
      choices(shortly(known.slice(0, 3), "要支援"), { ...style, valign: "bottom", grow: 1 }),
      choices(shortly(known.slice(3), "要介護"), { ...style, valign: "top", grow: 1 }),
    ]),
  );
}

/** 要介護１ ２ ３: of words that begin alike only the first is said whole. */
function shortly(
  levels: readonly { readonly word: string; readonly chosen: boolean }[],
  beginning: string,
): readonly Choice[] {
  const first = levels.findIndex(({ word }) => word.startsWith(beginning));
  return levels.map(({ word, chosen }, at) => [
    at > first ? word.slice(beginning.length) : word,
    chosen,
  ]);
}

function sexes(sex: string): string {
  return (meaningOf("sex", sex) ?? sex).replace("性", "");
}

function value(text: string, style: Partial<CellStyle> = {}): Content {
  return cell(text, {
    size: 9,
    align: "center",
    valign: "middle",
    padding: 0.8,
    least: 6,
    ...style,
  });
}
