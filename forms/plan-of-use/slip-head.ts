import { codeLists, meaningOf } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { type Choice, choices } from "../paper/choices.ts";
import { space } from "../paper/drawing.ts";
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
      [17, name("保険者番号")],
      [27, value(slip.insurerNumber)],
      [17, name("保険者名")],
      [53, value("")],
      [31, name("居宅介護支援事業者\n事業所名・担当者名")],
      [
        64,
        value([offices && `事業所番号 ${offices}`, planners].filter(Boolean).join("\n"), {
          align: "left",
        }),
      ],
      [17, name("作成年月日")],
      [51, value(created)],
    ),
    beside(
      [17, name("被保険者番号")],
      [27, value(slip.insuredNumber)],
      [17, name("フリガナ\n被保険者氏名")],
      [
        53,
        stack([
          cell(supplement?.nameKana ?? "", { size: 7, align: "center", padding: 0.5, least: 4 }),
          cell(slip.name ?? "", { size: 10, align: "center", valign: "middle", grow: 1 }),
        ]),
      ],
      [31, name("届出年月日")],
      [64, value("")],
      [17, name("利用者確認")],
      [51, value("")],
    ),
    beside(
      [17, name("生年月日")],
      [27, value(dateText(supplement?.birthDate), { size: 8 })],
      [9, name("性別")],
      [8, value(supplement?.sex === undefined ? "" : sexes(supplement.sex))],
      [13, name("要介護\n状態区分")],
      [40, levels(supplement?.previousCareLevel ?? supplement?.careLevel)],
      [13, name("変更後")],
      [40, levels(supplement?.previousCareLevel === undefined ? undefined : supplement.careLevel)],
      [11, name("変更日")],
      [99, stack([entitlement(slip), limitPeriod(slip)])],
    ),
    space(0),
  ]);
}

function entitlement({ supplement, table }: Slip): Content {
  const units = supplement?.limitUnits;
  const rows = (table?.lines ?? []).flatMap(({ visits }) => visits);
  const fromRows = distinct(rows.map(({ record }) => record.shortStayDaysBefore?.toString()));
  const days = fromRows || supplement?.shortStayDaysBefore?.toString() || "";
  return beside(
    [24, value(dateText(supplement?.careLevelChangedOn), { size: 7 })],
    [18, name("区分支給\n限度基準額")],
    [
      24,
      value(units === undefined ? "単位/月" : `${units.toLocaleString("ja-JP")} 単位/月`, {
        size: 7.5,
      }),
    ],
    [20, name("前月までの短期\n入所利用日数")],
    [13, value(days === "" ? "日" : `${days} 日`, { size: 7.5 })],
  );
}

function limitPeriod({ supplement }: Slip): Content {
  const from = dateText(supplement?.limitFrom);
  const to = dateText(supplement?.limitTo);
  return beside(
    [24, name("限度額適用期間")],
    [
      75,
      value(from === "" && to === "" ? "から　　　　　　まで" : `${from}から　${to}まで`, {
        size: 8,
      }),
    ],
  );
}

/** Care levels to choose from, the user's in a ring. */
function levels(level: string | undefined): Content {
  const short = codeLists.careLevel.map(
    ([code, word]): Choice => [
      word.replace("要支援", "支").replace("要介護", "介"),
      code === level,
    ],
  );
  return choices(short, { size: 7, between: " ", align: "center", valign: "middle", padding: 0.6 });
}

function sexes(sex: string): string {
  return (meaningOf("sex", sex) ?? sex).replace("性", "");
}

function name(text: string): Content {
  return cell(text, { size: 7, align: "center", valign: "middle", padding: 0.6, ground: "light" });
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
