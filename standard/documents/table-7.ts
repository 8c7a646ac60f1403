import { type AnnexRole, annexRoleOf } from "../layout/annex-role.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { OfficeNumber } from "../values/office-number.ts";
import type { FileRow } from "./file-row.ts";

/** A row of table 7 with what it is: detail, one of the subtotals, or the total. */
export type AnnexRow = FileRow<"UPSIKYU"> & { readonly role: AnnexRole };

/** The rows of one service type of one office. */
export type AnnexService = {
  /** サービス種類コード, the first two characters of the code. */
  readonly serviceType: string;
  readonly details: readonly AnnexRow[];
  readonly subtotals: readonly AnnexRow[];
};

/** The rows of one office, by service type. */
export type AnnexOffice = {
  readonly office: OfficeNumber;
  readonly name: string | undefined;
  readonly services: readonly AnnexService[];
};

/** 区分支給限度管理・利用者負担計算 of one care user and month. */
export type Annex = {
  readonly month: MonthOfService;
  readonly offices: readonly AnnexOffice[];
  /** 合計行: one in a conforming file. */
  readonly totals: readonly AnnexRow[];
};

/** Groups the rows of table 7 of one user and month by office and service type, in the order of the file. */
export function annexOf(month: MonthOfService, rows: readonly FileRow<"UPSIKYU">[]): Annex {
  const annexRows = rows.map(
    (row): AnnexRow => ({ role: annexRoleOf(row.record.serviceCode), ...row }),
  );
  const ofOffices = Map.groupBy(
    annexRows.filter(({ role }) => role !== "total"),
    ({ record }) => record.serviceOffice,
  );
  return {
    month,
    offices: Array.from(ofOffices, ([office, ofOffice]) => ({
      office,
      name: ofOffice.find(({ record }) => record.serviceOfficeName)?.record.serviceOfficeName,
      services: servicesOf(ofOffice),
    })),
    totals: annexRows.filter(({ role }) => role === "total"),
  };
}

function servicesOf(rows: readonly AnnexRow[]): readonly AnnexService[] {
  const ofTypes = Map.groupBy(rows, ({ record }) => record.serviceCode.slice(0, 2));
  return Array.from(ofTypes, ([serviceType, ofType]) => ({
    serviceType,
    details: ofType.filter(({ role }) => role === "detail"),
    subtotals: ofType.filter(({ role }) => role !== "detail"),
  }));
}

/** The rows of table 7 in the order in which they are printed: as they stand in the file. */
export function printedTable7({ offices, totals }: Annex): readonly AnnexRow[] {
  const services = offices.flatMap((office) => office.services);
  return [
    ...services.flatMap(({ details, subtotals }) => [...details, ...subtotals]),
    ...totals,
  ].sort((a, b) => a.row - b.row);
}
