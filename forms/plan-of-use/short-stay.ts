import { type Annex, type FileRecord, printedTable7 } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack } from "../paper/stack.ts";
import { distinct } from "../words/distinct.ts";

/** 要介護認定期間中の短期入所利用日数: before this month, in its plan, and both. */
export function shortStayDays(
  annex: Annex | undefined,
  supplement: FileRecord<"UPHOSOKU"> | undefined,
): Content {
  const rows = annex === undefined ? [] : printedTable7(annex);
  const daysOf = (
    key: "shortStayDaysBefore" | "shortStayDaysPlanned" | "shortStayDaysTotal",
    inSupplement?: number,
  ) =>
    distinct(rows.map(({ record }) => record[key]?.toString())) || (inSupplement?.toString() ?? "");
  const value = { size: 9, align: "center", valign: "middle", padding: 0.8, least: 6 } as const;
  return beside(
    [
      120,
      stack([
        beside(
          [40, headCell("前月までの利用日数", { size: 7.5, padding: 0.8 })],
          [40, headCell("当月の計画利用日数", { size: 7.5, padding: 0.8 })],
          [40, headCell("累積利用日数", { size: 7.5, padding: 0.8 })],
        ),
        beside(
          [40, cell(daysOf("shortStayDaysBefore", supplement?.shortStayDaysBefore), value)],
          [40, cell(daysOf("shortStayDaysPlanned"), value)],
          [40, cell(daysOf("shortStayDaysTotal", supplement?.shortStayDaysTotal), value)],
        ),
      ]),
    ],
    [157, space(0)],
  );
}
