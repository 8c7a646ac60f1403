import { type AnnexRole, annexRoleOf } from "../../layout/annex-role.ts";
import { columnsOf } from "../../layout/columns.ts";
import type { LineShape } from "./facts.ts";
import type { LineShapes } from "./line-shapes.ts";
import type { Service } from "./services.ts";

/** Columns of table 7. */
export const annexAt: ReturnType<typeof columnsOf<"UPSIKYU">> = columnsOf("UPSIKYU");

/** The amounts of a row of table 7 that add up to subtotals and totals. */
export const amountNames = [
  "serviceUnits",
  "managedUnits",
  "typeExcessUnits",
  "limitExcessUnits",
  "limitWithinUnits",
  "totalCost",
  "claimedAmount",
  "copay",
  "selfPaid",
] as const;

export type AmountName = (typeof amountNames)[number];

export type Amounts = { readonly [Name in AmountName]: number | undefined };

/** A row of table 7, read. Undefined where a field is empty. */
export type AnnexRow = Amounts & {
  readonly row: number;
  readonly role: AnnexRole;
  readonly shape: LineShape;
  readonly rental: boolean;
  readonly units: number;
  readonly discountedUnits: number | undefined;
  readonly count: number;
  readonly over30Days: boolean;
};

/** Reads a row whose values are right. */
export function readAnnexRow(
  row: readonly string[],
  number: number,
  service: Service,
  shapes: LineShapes,
): AnnexRow {
  const value = (column: number) => row[column] ?? "";
  const amount = (column: number) => amountOf(value(column));
  return {
    row: number,
    role: annexRoleOf(service.code),
    shape: shapes.of(
      value(annexAt.serviceOffice),
      value(annexAt.satellite),
      service.code,
      value(annexAt.taisCode),
      value(annexAt.equipmentCode),
    ),
    rental: service.rental,
    units: Number(value(annexAt.units)),
    discountedUnits: amount(annexAt.discountedUnits),
    count: Number(value(annexAt.count)),
    over30Days: value(annexAt.over30Days) === "1",
    serviceUnits: amount(annexAt.serviceUnits),
    managedUnits: amount(annexAt.managedUnits),
    typeExcessUnits: amount(annexAt.typeExcessUnits),
    limitExcessUnits: amount(annexAt.limitExcessUnits),
    limitWithinUnits: amount(annexAt.limitWithinUnits),
    totalCost: amount(annexAt.totalCost),
    claimedAmount: amount(annexAt.claimedAmount),
    copay: amount(annexAt.copay),
    selfPaid: amount(annexAt.selfPaid),
  };
}

/** A whole number; undefined for an empty field. */
export function amountOf(value: string): number | undefined {
  return value === "" ? undefined : Number(value);
}
