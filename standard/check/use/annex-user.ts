import { rowsOf } from "../../layout/layouts.ts";
import {
  type AnnexGroup,
  type AnnexPart,
  amountOfPart,
  carriersOf,
  groupAnnexRows,
  sum,
} from "./annex-groups.ts";
import { type AnnexProblem, annexProblem } from "./annex-problems.ts";
import { type AmountName, type AnnexRow, amountNames, annexAt } from "./annex-row.ts";
import { checkSubtotals } from "./annex-subtotals.ts";
import type { AnnexLine, AnnexTotal } from "./facts.ts";

/** What a user's rows of table 7 come to. */
export type AnnexSummary = {
  readonly problems: readonly AnnexProblem[];
  readonly lines: readonly AnnexLine[];
  readonly total: AnnexTotal | undefined;
  readonly managedByType: ReadonlyMap<string, number>;
};

/** Judges all rows of one user together: every subtotal and the grand total there, once, and adding up. */
export function judgeAnnexUser(insuredNumber: string, rows: readonly AnnexRow[]): AnnexSummary {
  const groups = groupAnnexRows(rows);
  const [total, secondTotal] = rows.filter(({ role }) => role === "total");
  const twice = findTwice(rows);
  const problems = [...twice];
  if (total === undefined) {
    const row = rows[0]?.row ?? 0;
    problems.push(annexProblem("total-missing", { insuredNumber }, row, annexAt.serviceCode));
  } else if (secondTotal !== undefined) {
    const about = { first: total.row };
    problems.push(annexProblem("total-twice", about, secondTotal.row, annexAt.serviceCode));
  }
  if (!twice.some(({ problem }) => problem.rule === "subtotal-twice")) {
    problems.push(...groups.flatMap(checkSubtotals));
    if (total !== undefined && secondTotal === undefined) {
      problems.push(...checkTotals(total, groups, rows));
    }
  }
  return {
    problems,
    lines: rows.filter(({ role }) => role === "detail").map(lineOf),
    total: total && totalOf(total, groups),
    managedByType: managedByType(groups),
  };
}

/** Equal subtotals and, except for rented equipment, equal details. */
function findTwice(rows: readonly AnnexRow[]): readonly AnnexProblem[] {
  const problems: AnnexProblem[] = [];
  rows.forEach((row, at) => {
    if (row.role === "total" || (row.role === "detail" && row.rental)) return;
    for (const earlier of rows) {
      if (earlier === rows[at]) return;
      if (earlier.shape !== row.shape || !isSameLine(earlier, row)) continue;
      const { serviceCode } = row.shape;
      problems.push(
        row.role === "detail"
          ? annexProblem("annex-line-twice", { first: earlier.row }, row.row)
          : annexProblem(
              "subtotal-twice",
              { first: earlier.row, serviceCode },
              row.row,
              annexAt.serviceCode,
            ),
      );
      return;
    }
  });
  return problems;
}

/** Of rows of the same shape: subtotals are the same, details when their units are. */
function isSameLine(a: AnnexRow, b: AnnexRow): boolean {
  return a.role !== "detail" || (a.units === b.units && a.over30Days === b.over30Days);
}

/** Checks the grand total of every amount that some row carries. */
function checkTotals(
  total: AnnexRow,
  groups: readonly AnnexGroup[],
  rows: readonly AnnexRow[],
): readonly AnnexProblem[] {
  const problems: AnnexProblem[] = [];
  for (const name of amountNames) {
    const value = total[name];
    if (value === undefined || value === sumOfCarriers(groups, name)) continue;
    const problem = checkTotal(name, total, groups, rows);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

/**
 * The grand total of an amount: what all rows come to, by their subtotals or by their details. Units may leave out
 * what is outside the limit, or past 30 days; money may not.
 */
function checkTotal(
  name: AmountName,
  total: AnnexRow,
  groups: readonly AnnexGroup[],
  rows: readonly AnnexRow[],
): AnnexProblem | undefined {
  const value = total[name] ?? 0;
  if (!rows.some((row) => row.role !== "total" && row[name] !== undefined)) return undefined;
  const inside = addUp(groups, "inside", name);
  const outside = addUp(groups, "outside", name);
  const past30Days = addUp(groups, "past-30-days", name);
  const all = inside + outside + past30Days;
  const fitting = isMoney(name) ? [all] : [all, inside, inside + outside, inside + past30Days];
  const details = rows.filter(({ role }) => role === "detail");
  if (details.every((row) => row[name] !== undefined)) fitting.push(sum(details, name));
  if (fitting.includes(value)) return undefined;
  const column = annexAt[name];
  const about = { name: rowsOf("UPSIKYU")[column]?.[2] ?? "", value, sum: all };
  return annexProblem("total-sum", about, total.row, column);
}

function isMoney(name: AmountName): boolean {
  return (
    name === "totalCost" || name === "claimedAmount" || name === "copay" || name === "selfPaid"
  );
}

function sumOfCarriers(groups: readonly AnnexGroup[], name: AmountName): number {
  let all = 0;
  for (const group of groups) all += sum(carriersOf(group), name);
  return all;
}

function addUp(groups: readonly AnnexGroup[], part: AnnexPart, name: AmountName): number {
  let all = 0;
  for (const group of groups) all += amountOfPart(group, part, name);
  return all;
}

function lineOf({ shape, row, units, discountedUnits, count, managedUnits }: AnnexRow): AnnexLine {
  return { shape, row, units, discountedUnits, count, unmanaged: managedUnits === undefined };
}

function totalOf(total: AnnexRow, groups: readonly AnnexGroup[]): AnnexTotal {
  const { limitWithinUnits } = total;
  const inside = addUp(groups, "inside", "limitWithinUnits");
  const carried = inside > 0 && limitWithinUnits !== undefined;
  return {
    row: total.row,
    managed: total.managedUnits,
    typeExcess: total.typeExcessUnits,
    limitExcess: total.limitExcessUnits,
    limitWithin: carried ? Math.min(limitWithinUnits, inside) : limitWithinUnits,
  };
}

function managedByType(groups: readonly AnnexGroup[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const group of groups) {
    const inside = amountOfPart(group, "inside", "managedUnits");
    sums.set(group.serviceType, (sums.get(group.serviceType) ?? 0) + inside);
  }
  return sums;
}
