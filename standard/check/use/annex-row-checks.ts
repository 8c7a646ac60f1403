import type { FileContext } from "../row-rules.ts";
import { type AnnexRow, amountOf, annexAt } from "./annex-row.ts";
import { checkScope } from "./service-scope.ts";
import type { Service } from "./services.ts";

const totalOffice = "9999999999";

/** The rules within one row of table 7 whose values are right. */
export function checkAnnexRow(
  read: AnnexRow,
  row: readonly string[],
  { scope, type }: Service,
  context: FileContext,
): void {
  const { role, shape } = read;
  if (
    role !== "total" &&
    (scope === undefined || scope === "out-of-scope" || scope === "management")
  ) {
    checkScope(type, context.findings, placeIn(read, annexAt.serviceCode, context));
  }
  if ((role === "total") !== (shape.office === totalOffice)) {
    const about = { office: shape.office, total: role === "total" };
    const place = placeIn(read, annexAt.serviceOffice, context);
    context.findings.report("total-office", about, place);
  }
  const officeCode = row[annexAt.officeCode] ?? "";
  if (officeCode !== "" && officeCode !== totalOffice) {
    const place = placeIn(read, annexAt.officeCode, context);
    context.findings.report("office-code", { value: officeCode }, place);
  }
  if (role === "detail") checkLineSum(read, context);
  else checkTotalRow(read, row, context);
  checkDays(read, row, context);
  if (role !== "total") {
    checkTypeSplit(read, row, context);
    checkLimitSplit(read, row, context);
    checkCost(read, row, context);
  }
}

function checkTotalRow(read: AnnexRow, row: readonly string[], context: FileContext): void {
  const { findings, fields } = context;
  if (read.units !== 0) {
    const place = placeIn(read, annexAt.units, context);
    findings.report("total-units", { units: row[annexAt.units] ?? "" }, place);
  }
  for (const column of discountColumns) {
    if (row[column] === "") continue;
    const name = fields[column]?.[2] ?? "";
    findings.report("total-discount", { name }, placeIn(read, column, context));
  }
  if (read.role === "outside" && read.managedUnits) {
    const place = placeIn(read, annexAt.managedUnits, context);
    findings.report("outside-managed", { value: row[annexAt.managedUnits] ?? "" }, place);
  }
}

const discountColumns: readonly number[] = [annexAt.discountRate, annexAt.discountedUnits];

/** Monthly services may count visits and not multiply; percent additions may stand with 0 units. */
function checkLineSum(read: AnnexRow, context: FileContext): void {
  const { serviceUnits: sum, units, count } = read;
  const discounted = read.discountedUnits ?? units;
  if (sum === undefined || units === 0) return;
  if (sum === discounted * count || sum === units * count) return;
  if (sum === discounted || sum === units) return;
  const place = placeIn(read, annexAt.serviceUnits, context);
  context.findings.report("line-sum", { sum, units: discounted, count }, place);
}

/** Units may be those after a reduction. */
function checkTypeSplit(read: AnnexRow, row: readonly string[], context: FileContext): void {
  const { managedUnits: managed, typeExcessUnits: excess } = read;
  const within = amountOf(row[annexAt.typeWithinUnits] ?? "");
  if (managed === undefined || excess === undefined || within === undefined) return;
  const both = excess + within;
  if (both === managed || both === read.serviceUnits) return;
  const place = placeIn(read, annexAt.typeWithinUnits, context);
  context.findings.report("type-split", { excess, within, managed }, place);
}

/** What is past the limit of its type is not divided further; units may be those after a reduction. */
function checkLimitSplit(read: AnnexRow, row: readonly string[], context: FileContext): void {
  const { managedUnits: managed, limitExcessUnits: excess, limitWithinUnits: within } = read;
  if (managed === undefined || excess === undefined || within === undefined) return;
  const both = excess + within;
  const pastType = read.typeExcessUnits ?? 0;
  const units = read.serviceUnits ?? managed;
  if (both === managed || both === managed - pastType) return;
  if (both === units || both === units - pastType) return;
  if (both === amountOf(row[annexAt.typeWithinUnits] ?? "")) return;
  const place = placeIn(read, annexAt.limitWithinUnits, context);
  context.findings.report("limit-split", { excess, within, managed }, place);
}

function checkDays(read: AnnexRow, row: readonly string[], context: FileContext): void {
  const total = amountOf(row[annexAt.shortStayDaysTotal] ?? "");
  if (total === undefined) return;
  const before = amountOf(row[annexAt.shortStayDaysBefore] ?? "");
  const planned = amountOf(row[annexAt.shortStayDaysPlanned] ?? "");
  if (before === undefined || planned === undefined || before + planned === total) return;
  const place = placeIn(read, annexAt.shortStayDaysTotal, context);
  context.findings.report("short-stay-days", { before, planned, total }, place);
}

/** A fixed copayment of municipal services may be apart from the copay, once or for each use. */
function checkCost(read: AnnexRow, row: readonly string[], context: FileContext): void {
  const { totalCost: cost, claimedAmount: claimed, copay } = read;
  if (cost === undefined || claimed === undefined || copay === undefined) return;
  const rest = cost - claimed - copay;
  if (rest === 0 || row[annexAt.insuredNumber]?.startsWith("H") === true) return;
  const fixed = amountOf(row[annexAt.fixedCopayPrice] ?? "") ?? 0;
  if (rest === fixed || rest === fixed * read.count) return;
  const place = placeIn(read, annexAt.totalCost, context);
  context.findings.report("cost-split", { cost, claimed, copay }, place);
}

function placeIn({ row }: AnnexRow, column: number, { fields }: FileContext) {
  return { row, field: fields[column] };
}
