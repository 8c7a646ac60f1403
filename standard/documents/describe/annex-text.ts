import type { AnnexRole } from "../../layout/annex-role.ts";
import { type Annex, type AnnexRow, printedTable7 } from "../table-7.ts";
import { leftIn, lineWidth, rightIn } from "./lines.ts";
import { numberWords, serviceWords } from "./words.ts";

/** The columns of amounts: width, head in two lines, value of a row. */
const columns: readonly (readonly [
  width: number,
  head: readonly [string, string],
  of: (record: AnnexRow["record"]) => number | undefined,
])[] = [
  [7, ["", "単位数"], (record) => record.units],
  [5, ["", "回数"], (record) => record.count],
  [9, ["サービス", "単位"], (record) => record.serviceUnits],
  [9, ["給付管理", "単位数"], (record) => record.managedUnits],
  [9, ["区分限度", "内"], (record) => record.limitWithinUnits],
  [9, ["区分限度", "超"], (record) => record.limitExcessUnits],
  [9, ["費用総額", "円"], (record) => record.totalCost],
  [9, ["利用者", "負担 円"], (record) => record.copay],
  [9, ["全額負担", "円"], (record) => record.selfPaid],
];

const amountWidth = columns.reduce((sum, [width]) => sum + width, 0);
const titleWidth = lineWidth - amountWidth - 2;

const titles: { readonly [Role in Exclude<AnnexRole, "detail">]: string } = {
  inside: "小計",
  outside: "小計（限度外）",
  "past-30-days": "小計（30日超）",
  total: "合計",
};

/** Table 7 as a table of amounts: an office and service over its rows, subtotals and total as they are printed. */
export function annexText(annex: Annex): readonly string[] {
  const rows = printedTable7(annex);
  return [
    headText(0),
    headText(1),
    ...rows.flatMap((row, at) => [...groupText(row, rows[at - 1]), rowText(row)]),
  ];
}

function headText(line: 0 | 1): string {
  const heads = columns.map(([width, head]) => rightIn(width, head[line]));
  return `  ${" ".repeat(titleWidth)}${heads.join("")}`;
}

/** The office and service type, where they are others than above. */
function groupText(row: AnnexRow, above: AnnexRow | undefined): readonly string[] {
  if (row.role === "total" || groupOf(row) === (above && groupOf(above))) return [];
  const { serviceCode, serviceOffice, serviceOfficeName } = row.record;
  const office = serviceOfficeName === undefined ? "" : `${serviceOfficeName}（${serviceOffice}）`;
  return [`  ${serviceWords(serviceCode)}　${office || serviceOffice}`];
}

function groupOf({ record }: AnnexRow): string {
  return record.serviceOffice + record.serviceCode.slice(0, 2);
}

function rowText({ role, record }: AnnexRow): string {
  const title = role === "detail" ? `  ${record.serviceCode}` : `  ${titles[role]}`;
  const amounts = columns.map(([width, , of]) => {
    const amount = of(record);
    return rightIn(width, amount === undefined ? "" : numberWords(amount));
  });
  return `  ${leftIn(titleWidth, title)}${amounts.join("")}`.trimEnd();
}
