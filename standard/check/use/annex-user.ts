import { rowsOf } from "../../layout/layouts.ts";
import {
  type AnnexGroup,
  amountOfGroup,
  type GroupAmount,
  groupAnnexRows,
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
      problems.push(...amountNames.flatMap((name) => checkTotal(name, total, groups, rows) ?? []));
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
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, role, shape, rental, units, over30Days }) => {
    if (role === "total" || (role === "detail" && rental)) return [];
    const key = role === "detail" ? `${shape.key}/${units}/${over30Days}` : shape.key;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return [];
    }
    if (role === "detail") return annexProblem("annex-line-twice", { first }, row);
    const { serviceCode } = shape;
    return annexProblem("subtotal-twice", { first, serviceCode }, row, annexAt.serviceCode);
  });
}

/** The grand total of an amount: all that is inside the limit, with or without what is outside it or past 30 days. */
function checkTotal(
  name: AmountName,
  total: AnnexRow,
  groups: readonly AnnexGroup[],
  rows: readonly AnnexRow[],
): AnnexProblem | undefined {
  const value = total[name];
  const carried = rows.some((row) => row.role !== "total" && row[name] !== undefined);
  if (value === undefined || !carried) return undefined;
  const parts = groups.map((group) => amountOfGroup(group, name));
  const { inside, outside, past30Days } = addUp(parts);
  const details = rows.reduce(
    (all, row) => all + (row.role === "detail" ? (row[name] ?? 0) : 0),
    0,
  );
  const all = inside + outside + past30Days;
  if ([all, inside, inside + outside, inside + past30Days, details].includes(value)) {
    return undefined;
  }
  const column = annexAt[name];
  const about = { name: rowsOf("UPSIKYU")[column]?.[2] ?? "", value, sum: all };
  return annexProblem("total-sum", about, total.row, column);
}

function addUp(parts: readonly GroupAmount[]): GroupAmount {
  return parts.reduce(
    (all, part) => ({
      inside: all.inside + part.inside,
      outside: all.outside + part.outside,
      past30Days: all.past30Days + part.past30Days,
    }),
    { inside: 0, outside: 0, past30Days: 0 },
  );
}

function lineOf({ shape, row, units, discountedUnits, count, managedUnits }: AnnexRow): AnnexLine {
  return { shape, row, units, discountedUnits, count, unmanaged: managedUnits === undefined };
}

function totalOf(total: AnnexRow, groups: readonly AnnexGroup[]): AnnexTotal {
  const { limitWithinUnits } = total;
  const parts = groups.map((group) => amountOfGroup(group, "limitWithinUnits"));
  const { inside } = addUp(parts);
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
    const { inside } = amountOfGroup(group, "managedUnits");
    sums.set(group.serviceType, (sums.get(group.serviceType) ?? 0) + inside);
  }
  return sums;
}
