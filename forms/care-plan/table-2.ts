import { type CarePlan, printedTable2, type Table2Row } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { emptyRows } from "../paper/empty-rows.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { headCell } from "../paper/head-cell.ts";
import { onPages } from "../paper/sheet.ts";
import { stack, table } from "../paper/stack.ts";
import { whosePage } from "../words/whose-page.ts";
import { aboutOf, headOf, longName } from "./heading.ts";

/** 第2表 居宅サービス計画書（２）, A4 landscape. */
export function drawTable2(plan: CarePlan): Form {
  const rows = joinedRows(printedTable2(plan.needs));
  return onPages({
    title: "第2表　居宅サービス計画書（２）",
    about: aboutOf(plan),
    paper: a4Landscape,
    top: headOf(plan, "第２表", "居宅サービス計画書（２）", rows[0]?.service.createdOn),
    body: stack([...longName(plan), table(heading, [joinedFrom(rows, 0), emptyRows(emptyRow)])]),
    foot: stack([remarks, whosePage(plan)]),
  });
}

const remarks = cell(
  "※１　「保険給付の対象となるかどうかの区分」について、保険給付対象内サービスについては○印を付す。\n※２　「当該サービス提供を行う事業所」について記入する。",
  { size: 8, ruled: "none" },
);

/** The columns whose cells go on over several rows, from the left, in millimetres. */
const joinedColumns = [
  { key: "need", width: 44 },
  { key: "longTermGoal", width: 34 },
  { key: "longTermPeriod", width: 19 },
  { key: "shortTermGoal", width: 34 },
  { key: "shortTermPeriod", width: 19 },
  { key: "serviceContent", width: 40 },
] as const;

/** The columns of a service to the right of these: ※１, サービス種別, ※２, 頻度, 期間. */
const serviceColumns = [8, 20, 26, 14, 19] as const;

const style = { size: 8 } as const;

const headings: readonly Content[] = [
  "生活全般の解決すべき課題\n（ニーズ）",
  "長期目標",
  "（期間）",
  "短期目標",
  "（期間）",
  "サービス内容",
  "※１",
  "サービス種別",
  "※２",
  "頻度",
  "期間",
].map((name) => headCell(name, { ...style, least: 6 }));

const widths: readonly number[] = [...joinedColumns.map(({ width }) => width), ...serviceColumns];

const heading: Content = beside(
  [sum(widths.slice(0, 1)), inColumns(headings, 0, 1)],
  [sum(widths.slice(1, 5)), stack([over("目標"), inColumns(headings, 1, 5)])],
  [sum(widths.slice(5)), stack([over("援助内容"), inColumns(headings, 5)])],
);

function over(name: string): Content {
  return headCell(name, style);
}

const emptyRow: Content = inColumns(
  widths.map(() => cell("", { least: 16 })),
  0,
);

/** Contents in the columns from `first` until before `end`. */
function inColumns(contents: readonly Content[], first: number, end = widths.length): Content {
  const columns = contents.length === widths.length ? contents.slice(first, end) : contents;
  return beside(...columns.map((content, at) => [widths[first + at] ?? 0, content] as const));
}

/** A row with the texts of its joined cells, and where a cell begins anew: there, all to its right do. */
type JoinedRow = Pick<Table2Row, "service"> & {
  readonly texts: readonly string[];
  /** The leftmost column in which a cell begins in this row; past the last, where all go on. */
  readonly begins: number;
};

function joinedRows(rows: readonly Table2Row[]): readonly JoinedRow[] {
  let texts: readonly string[] = [];
  return rows.map((row) => {
    const cells = joinedColumns.map(({ key }) => row[key]);
    const begin = cells.findIndex((one) => one !== undefined);
    texts = cells.map((one, at) => one?.text ?? texts[at] ?? "");
    return { texts, begins: begin === -1 ? joinedColumns.length : begin, service: row.service };
  });
}

/** Rows that share the cells to the left of `column`, which is the first to be drawn. */
function joinedFrom(rows: readonly JoinedRow[], column: number): Content {
  const drawn = joinedColumns[column];
  if (drawn === undefined) return stack(rows.map(({ service }) => serviceRow(service)));
  const groups: JoinedRow[][] = [];
  for (const row of rows) {
    if (groups.length === 0 || row.begins <= column) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return stack(
    groups.map((group) =>
      beside(
        [drawn.width, cell(group[0]?.texts[column] ?? "", { ...style, continued: "（続き）" })],
        [sum(widths.slice(column + 1)), joinedFrom(group, column + 1)],
      ),
    ),
  );
}

function serviceRow(service: Table2Row["service"]): Content {
  const { coverage, serviceCategory, serviceOffice, serviceOfficeName, frequency, servicePeriod } =
    service;
  return inColumns(
    [
      cell(coverage === "Y" ? "○" : "", { ...style, align: "center" }),
      ...[serviceCategory, serviceOfficeName ?? serviceOffice, frequency, servicePeriod].map(
        (text) => cell(text ?? "", style),
      ),
    ],
    joinedColumns.length,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
