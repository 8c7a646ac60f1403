import { type Annex, type AnnexRow, printedTable7 } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { serviceInWords } from "./field-words.ts";
import { WideTable } from "./WideTable.tsx";

type Column = Extract<
  keyof AnnexRow["record"],
  | "units"
  | "discountRate"
  | "discountedUnits"
  | "count"
  | "serviceUnits"
  | "managedUnits"
  | "typeExcessUnits"
  | "typeWithinUnits"
  | "limitExcessUnits"
  | "limitWithinUnits"
  | "unitPrice"
  | "totalCost"
  | "benefitRate"
  | "claimedAmount"
  | "fixedCopayPrice"
  | "copay"
  | "selfPaid"
>;

/** The columns of table 7, called as on paper. */
const columns: readonly (readonly [key: Column, name: string])[] = [
  ["units", "単位数"],
  ["discountRate", "割引後率"],
  ["discountedUnits", "割引後単位数"],
  ["count", "回数"],
  ["serviceUnits", "サービス単位"],
  ["managedUnits", "給付管理単位"],
  ["typeExcessUnits", "種類限度超"],
  ["typeWithinUnits", "種類限度内"],
  ["limitExcessUnits", "区分限度超"],
  ["limitWithinUnits", "区分限度内"],
  ["unitPrice", "単価"],
  ["totalCost", "費用総額"],
  ["benefitRate", "給付率"],
  ["claimedAmount", "保険請求額"],
  ["fixedCopayPrice", "定額負担単価"],
  ["copay", "利用者負担"],
  ["selfPaid", "全額負担"],
];

/** 第7表: details by office and service, subtotals and the total; columns that nobody filled are left out. */
export function AnnexTable({
  caption,
  annex,
  nameOf,
}: {
  readonly caption: string;
  readonly annex: Annex;
  /** The name of a service code where it is known; of others the type is named. */
  readonly nameOf?: (serviceCode: string) => string | undefined;
}): ReactNode {
  const rows = printedTable7(annex);
  const filled = columns.filter(([key]) => rows.some(({ record }) => (record[key] ?? 0) !== 0));
  return (
    <WideTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">事業所とサービス</th>
          {filled.map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row} className={lookOf(row)}>
            <th scope="row">
              <RowName row={row} nameOf={nameOf} />
            </th>
            {filled.map(([key]) => (
              <td key={key} className="wide-table-number">
                {numberOf(key, row.record[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** What rows that are no services are called; a detail is called by its service. */
const roles: Readonly<Record<Exclude<AnnexRow["role"], "detail">, string>> = {
  inside: "小計（基準内）",
  outside: "小計（基準外）",
  "past-30-days": "小計（30日超）",
  total: "合計",
};

function RowName({
  row,
  nameOf,
}: {
  readonly row: AnnexRow;
  readonly nameOf: ((serviceCode: string) => string | undefined) | undefined;
}): ReactNode {
  if (row.role === "total") return roles.total;
  const { serviceOfficeName, serviceOffice, serviceCode, equipmentName } = row.record;
  const name =
    row.role === "detail"
      ? (nameOf?.(serviceCode) ?? serviceInWords(serviceCode))
      : roles[row.role];
  return (
    <>
      {name}
      {equipmentName === undefined ? null : (
        <span className="wide-table-more">{equipmentName}</span>
      )}
      <span className="wide-table-more">{serviceOfficeName ?? `事業所 ${serviceOffice}`}</span>
    </>
  );
}

function lookOf({ role }: AnnexRow): string {
  if (role === "detail" || role === "total") return `annex-${role}`;
  return "annex-subtotal";
}

function numberOf(key: Column, value: number | undefined): string {
  if (value === undefined) return "";
  return key === "unitPrice" ? value.toFixed(2) : value.toLocaleString("ja-JP");
}
