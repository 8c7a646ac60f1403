import { columnsOf } from "../../layout/columns.ts";
import type { FileContext } from "../row-rules.ts";
import { amountOf } from "./annex-row.ts";
import type { TypeLimit } from "./facts.ts";
import { checkScope } from "./service-scope.ts";

const at = columnsOf("UPHOSOKU");

/** The first column of each of the nine places: type, limit, units, excess stand side by side. */
const places: readonly number[] = [
  at.type1ServiceType,
  at.type2ServiceType,
  at.type3ServiceType,
  at.type4ServiceType,
  at.type5ServiceType,
  at.type6ServiceType,
  at.type7ServiceType,
  at.type8ServiceType,
  at.type9ServiceType,
];

/** Checks the nine places 種類別支給限度 of a row whose values are right, and the sum of their excess; reads them. */
export function checkTypeLimits(
  row: readonly string[],
  number: number,
  { findings, fields }: FileContext,
): readonly TypeLimit[] {
  const value = (column: number) => row[column] ?? "";
  const place = (column: number) => ({ row: number, field: fields[column] });
  const limits: TypeLimit[] = [];
  let empty: number | undefined;
  let excessSum = 0;
  places.forEach((column, index) => {
    const serviceType = value(column);
    if (serviceType === "") {
      empty ??= index + 1;
      return;
    }
    checkScope(serviceType, findings, place(column));
    if (empty !== undefined) {
      findings.report("type-limit-order", { place: index + 1, empty }, place(column));
      empty = undefined;
    }
    const [limit, units, excess] = [1, 2, 3].map((step) => amountOf(value(column + step)));
    excessSum += excess ?? 0;
    limits.push({ place: index + 1, serviceType, units });
    if (limit === undefined || units === undefined || excess === undefined) return;
    const expected = Math.max(0, units - limit);
    if (excess === expected) return;
    const about = { place: index + 1, excess, expected };
    findings.report("type-limit-excess", about, place(column + 3));
  });
  const total = amountOf(value(at.excessTotal));
  if (total !== undefined && total !== excessSum && limits.length > 0) {
    findings.report("type-limit-sum", { total, sum: excessSum }, place(at.excessTotal));
  }
  return limits;
}

/** Where the units of a place stand, for findings about them. */
export function unitsColumnOf(place: number): number {
  return (places[place - 1] ?? 0) + 2;
}
