import type { CarePlan, Week } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { headCell } from "../paper/head-cell.ts";
import { onPages } from "../paper/sheet.ts";
import { stack, table } from "../paper/stack.ts";
import { whosePage } from "../words/whose-page.ts";
import { aboutOf, headOf, longName } from "./heading.ts";
import { weekGrid } from "./week-grid.ts";
import { type WeekNote, WeekNotes } from "./week-notes.ts";

/** 第3表 週間サービス計画表, A4 landscape. */
export function drawTable3(plan: CarePlan, week: Week): Form {
  const notes = new WeekNotes();
  const grid = weekGrid(week, notes);
  for (const { record } of week.unplaced) notes.add("", record.service ?? "");
  const rows = [...week.days.flatMap(({ services }) => services), ...week.activities];
  const [first] = [...rows, ...week.outsideTheWeek, ...week.unplaced];
  return onPages({
    title: "第3表　週間サービス計画表",
    about: aboutOf(plan),
    paper: a4Landscape,
    top: headOf(plan, "第３表", "週間サービス計画表", first?.record.createdOn),
    body: stack([...longName(plan), grid, space(2), notWeekly(week), ...notesBelow(notes.all())]),
    foot: whosePage(plan),
  });
}

function notWeekly({ outsideTheWeek }: Week): Content {
  const texts = outsideTheWeek.flatMap(({ record }) => record.outsideTheWeek ?? []);
  return beside(
    [30, headCell("週単位以外の\nサービス", { size: 9, continued: "（続き）" })],
    [247, cell(texts.join("\n"), { least: 14, padding: 1.5, grow: 1 })],
  );
}

/** What found no room in the grid: a table below. */
function notesBelow(notes: readonly WeekNote[]): readonly Content[] {
  if (notes.length === 0) return [];
  const head = cell("表に書ききれないもの", { ruled: "none", padding: 0.5, size: 8 });
  const rows = notes.map(({ mark, when, text }) =>
    beside(
      [14, cell(mark, { size: 8, align: "center" })],
      [70, cell(when.join("、"), { size: 8 })],
      [193, cell(text, { size: 8 })],
    ),
  );
  return [space(2), table(head, rows)];
}
