import type { FileContext } from "../row-rules.ts";
import { type AnnexRow, amountOf, annexAt } from "./annex-row.ts";
import { checkScope } from "./service-scope.ts";

const totalOffice = "9999999999";

/** The rules within one row of table 7 whose values are right. */
export function checkAnnexRow(
  read: AnnexRow,
  row: readonly string[],
  { findings, fields }: FileContext,
): void {
  const value = (column: number) => row[column] ?? "";
  const place = (column: number) => ({ row: read.row, field: fields[column] });
  const { role, shape } = read;

  if (role !== "total") {
    checkScope(shape.serviceType, findings, place(annexAt.serviceCode));
  }
  if ((role === "total") !== (shape.office === totalOffice)) {
    const about = { office: shape.office, total: role === "total" };
    findings.report("total-office", about, place(annexAt.serviceOffice));
  }
  const officeCode = value(annexAt.officeCode);
  if (officeCode !== "" && officeCode !== totalOffice) {
    findings.report("office-code", { value: officeCode }, place(annexAt.officeCode));
  }
  if (role === "detail") checkLineSum();
  else checkTotalRow();
  if (role !== "total") checkSplits();

  function checkTotalRow(): void {
    if (read.units !== 0) {
      findings.report("total-units", { units: value(annexAt.units) }, place(annexAt.units));
    }
    for (const column of [annexAt.discountRate, annexAt.discountedUnits]) {
      if (value(column) === "") continue;
      findings.report("total-discount", { name: fields[column]?.[2] ?? "" }, place(column));
    }
    if (role === "outside" && read.managedUnits) {
      const managed = value(annexAt.managedUnits);
      findings.report("outside-managed", { value: managed }, place(annexAt.managedUnits));
    }
  }

  /** Monthly services may count visits and not multiply; percent additions may stand with 0 units. */
  function checkLineSum(): void {
    const { serviceUnits: sum, units, discountedUnits, count } = read;
    if (sum === undefined || units === 0) return;
    const discounted = discountedUnits ?? units;
    const fitting = [units * count, discounted * count, units, discounted];
    if (fitting.includes(sum)) return;
    findings.report("line-sum", { sum, units: discounted, count }, place(annexAt.serviceUnits));
  }

  function checkSplits(): void {
    const { managedUnits: managed, limitExcessUnits: excess, limitWithinUnits: within } = read;
    if (managed !== undefined && excess !== undefined && within !== undefined) {
      const typeExcess = read.typeExcessUnits ?? 0;
      const { serviceUnits = managed } = read;
      const typeWithin = amountOf(value(annexAt.typeWithinUnits));
      const fitting = [managed, managed - typeExcess, typeWithin];
      fitting.push(serviceUnits, serviceUnits - typeExcess);
      if (!fitting.includes(excess + within)) {
        const about = { excess, within, managed };
        findings.report("limit-split", about, place(annexAt.limitWithinUnits));
      }
    }
    checkCost();
  }

  function checkCost(): void {
    const { totalCost: cost, claimedAmount: claimed, copay } = read;
    if (cost === undefined || claimed === undefined || copay === undefined) return;
    if (value(annexAt.insuredNumber).startsWith("H")) return;
    const fixed = amountOf(value(annexAt.fixedCopayPrice)) ?? 0;
    const both = claimed + copay;
    if ([both, both + fixed, both + fixed * read.count].includes(cost)) return;
    findings.report("cost-split", { cost, claimed, copay }, place(annexAt.totalCost));
  }
}
