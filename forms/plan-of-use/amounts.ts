import {
  type Annex,
  type AnnexRow,
  annexRoleOf,
  type FileRecord,
  printedTable7,
} from "@tsunagi/standard";
import { beside, type Share } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { emptyRows } from "../paper/empty-rows.ts";
import { firm } from "../paper/firm.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";
import { serviceTypeText } from "../words/services.ts";

type Amounts = FileRecord<"UPSIKYU">;

/** The columns that say which service of which office a row is about; widths in millimetres. */
const names = { office: 35, number: 15, service: 34, code: 11 } as const;

/** The columns of amounts, as they are headed on the form. */
const amounts: readonly {
  readonly width: number;
  readonly heading: string;
  readonly of: (record: Amounts) => number | undefined;
  readonly decimals?: 2;
}[] = [
  { width: 10, heading: "単位数", of: unitsOf },
  { width: 8, heading: "割引後\n率％", of: (record) => record.discountRate },
  { width: 10, heading: "割引後\n単位数", of: (record) => record.discountedUnits },
  { width: 7, heading: "回数", of: (record) => record.count },
  { width: 12, heading: "サービス\n単位／\n金額", of: (record) => record.serviceUnits },
  { width: 12, heading: "給付管理\n単位数", of: (record) => record.managedUnits },
  {
    width: 12,
    heading: "種類支給\n限度基準\nを超える\n単位数",
    of: (record) => record.typeExcessUnits,
  },
  { width: 12, heading: "種類支給\n限度基準\n内単位数", of: (record) => record.typeWithinUnits },
  {
    width: 12,
    heading: "区分支給\n限度基準\nを超える\n単位数",
    of: (record) => record.limitExcessUnits,
  },
  { width: 12, heading: "区分支給\n限度基準\n内単位数", of: (record) => record.limitWithinUnits },
  { width: 9, heading: "単位数\n単価", of: (record) => record.unitPrice, decimals: 2 },
  { width: 13, heading: "費用総額\n（保険／\n事業対象\n分）", of: (record) => record.totalCost },
  { width: 7, heading: "給付\n率％", of: (record) => record.benefitRate },
  { width: 13, heading: "保険／\n事業費\n請求額", of: (record) => record.claimedAmount },
  { width: 10, heading: "定額利用\n者負担\n単価金額", of: (record) => record.fixedCopayPrice },
  { width: 11.5, heading: "利用者\n負担（保\n険／事業\n対象分）", of: (record) => record.copay },
  { width: 11.5, heading: "利用者\n負担\n（全額\n負担分）", of: (record) => record.selfPaid },
];

/** Of subtotals and the total the standard writes 0 where no units can stand. */
function unitsOf({ serviceCode, units }: Amounts): number | undefined {
  return annexRoleOf(serviceCode) === "detail" ? units : undefined;
}

/** 区分支給限度管理・利用者負担計算: a row for each code, the subtotals 小計 of a service type, and 合計. */
export function amountsTable(annex: Annex | undefined, limitUnits: number | undefined): Content {
  const rows = annex === undefined ? [] : printedTable7(annex);
  const sums = rows.filter(({ role }) => role === "total");
  const others = rows.filter(({ role }) => role !== "total");
  const empty = emptyRows(rowOf(["", "", "", ""], undefined));
  return stack([
    firm(table(heading(), others.map(serviceRow))),
    empty,
    firm(stack(sums.map((sum) => totalRow(sum, limitUnits)))),
  ]);
}

function heading(): Content {
  return beside(
    [names.office, headed("事業所名")],
    [names.number, headed("事業所番号")],
    [names.service, headed("サービス内容／種類")],
    [names.code, headed("サービス\nコード")],
    ...amounts.map((amount): Share => [amount.width, headed(amount.heading)]),
  );
}

function serviceRow({ role, record }: AnnexRow): Content {
  const { serviceOfficeName = "", serviceOffice, satellite, serviceCode } = record;
  const office = satellite === undefined ? "" : `（サテライト ${satellite}）`;
  const isDetail = role === "detail";
  return rowOf(
    [
      `${serviceOfficeName}${office}`,
      serviceOffice,
      isDetail ? serviceOf(record) : `${serviceTypeText(serviceCode.slice(0, 2))}\n${roles[role]}`,
      isDetail ? serviceCode : "",
    ],
    record,
    isDetail ? {} : { ground: "light" },
  );
}

const roles: Readonly<Record<Exclude<AnnexRow["role"], "detail">, string>> = {
  inside: "小計（基準内）",
  outside: "小計（基準外）",
  "past-30-days": "小計（30日超）",
  total: "合計",
};

function serviceOf(record: Amounts): string {
  const { serviceCode, equipmentName, taisCode, equipmentCode, over30Days } = record;
  return [
    serviceTypeText(serviceCode.slice(0, 2)),
    equipmentName,
    taisCode && `TAIS ${taisCode}`,
    equipmentCode && `届出 ${equipmentCode}`,
    over30Days === "1" ? "30日超" : undefined,
  ]
    .filter(Boolean)
    .join("\n");
}

function totalRow({ record }: AnnexRow, limitUnits: number | undefined): Content {
  const limit = limitUnits === undefined ? "" : limitUnits.toLocaleString("ja-JP");
  return beside(
    [names.office, cell("区分支給限度基準額（単位）", { ...written, ground: "light" })],
    [names.number, cell(limit, number)],
    [
      names.service + names.code,
      cell(roles.total, { ...written, align: "center", ground: "light" }),
    ],
    ...amountCells(record),
  );
}

function rowOf(
  [office, officeNumber, service, code]: readonly [string, string, string, string],
  record: Amounts | undefined,
  style: Partial<CellStyle> = {},
): Content {
  return beside(
    [names.office, cell(office, { ...written, ...style, continued: "（続き）" })],
    [names.number, cell(officeNumber, { ...centered, ...style })],
    [names.service, cell(service, { ...written, ...style, continued: "（続き）" })],
    [names.code, cell(code, { ...centered, ...style })],
    ...amountCells(record, style),
  );
}

function amountCells(
  record: Amounts | undefined,
  style: Partial<CellStyle> = {},
): readonly Share[] {
  return amounts.map(({ width, of, decimals }): Share => {
    const value = record && of(record);
    const text = value === undefined ? "" : numberText(value, decimals);
    return [width, cell(text, { ...number, ...style })];
  });
}

function numberText(value: number, decimals: 2 | undefined): string {
  return decimals === undefined ? value.toLocaleString("ja-JP") : value.toFixed(decimals);
}

const written: Partial<CellStyle> = { size: 7, valign: "middle", padding: 0.7, least: 6 };
const centered = { size: 7, align: "center", valign: "middle", padding: 0.4, smallest: 5 } as const;
const number = { size: 7, align: "right", valign: "middle", padding: 0.6, smallest: 5 } as const;

function headed(text: string): Content {
  return headCell(text, { size: 6, padding: 0.3 });
}
