import { rowsOf } from "../../layout/layouts.ts";
import {
  type AnnexGroup,
  type AnnexPart,
  hasSubtotal,
  partOf,
  sum,
  sumOfDetails,
  sumOfSubtotals,
} from "./annex-groups.ts";
import { type AnnexProblem, annexProblem } from "./annex-problems.ts";
import { type AmountName, type AnnexRow, annexAt } from "./annex-row.ts";

/** Checks the subtotals of a group against its details, and that there is one where the standard wants it. */
export function checkSubtotals(group: AnnexGroup): readonly AnnexProblem[] {
  const { subtotals, details, serviceType: type, office, marked } = group;
  if (!hasSubtotal(group, "inside")) {
    const second = findSecondInside(details);
    if (second !== undefined) {
      const about = { type, office };
      return [annexProblem("subtotal-missing", about, second.row, annexAt.serviceCode)];
    }
  }
  const [first] = subtotals;
  if (first === undefined) return [];
  if (details.length === 0) {
    const { serviceCode } = first.shape;
    const about = { serviceCode, office };
    return [annexProblem("subtotal-alone", about, first.row, annexAt.serviceOffice)];
  }
  const managed = "managedUnits";
  return [
    ...(details.every(({ serviceUnits }) => serviceUnits !== undefined)
      ? checkServiceUnits(group)
      : []),
    ...(marked
      ? differing(group, "inside", managed, [sumOfDetails(group, "inside", managed)])
      : []),
  ];
}

/** A second detail inside the limit of the same satellite, or of the office itself: they need a subtotal. */
function findSecondInside(details: readonly AnnexRow[]): AnnexRow | undefined {
  return details.find(
    (row, at) =>
      partOf(row) === "inside" &&
      details.findIndex(
        (one) => partOf(one) === "inside" && one.shape.satellite === row.shape.satellite,
      ) < at,
  );
}

/** サービス単位金額 of each subtotal: what its own details add up to, or what the others leave of all details. */
function checkServiceUnits(group: AnnexGroup): readonly AnnexProblem[] {
  const name = "serviceUnits";
  const { details, marked } = group;
  const all = sum(details, name);
  const ownPast = sumOfDetails(group, "past-30-days", name);
  const inside = sumOfSubtotals(group, "inside", name);
  const outside = sumOfSubtotals(group, "outside", name);
  const past = sumOfSubtotals(group, "past-30-days", name);
  if (!marked && hasSubtotal(group, "inside") && !hasSubtotal(group, "outside")) {
    const units = details.map(({ serviceUnits }) => serviceUnits ?? 0);
    if (canAddUpTo(units, inside)) return [];
  }
  const own = (part: AnnexPart) => (marked ? [sumOfDetails(group, part, name)] : []);
  return [
    ...differing(group, "inside", name, [
      ...own("inside"),
      all - ownPast - outside,
      all - outside - past,
    ]),
    ...differing(group, "outside", name, [
      ...own("outside"),
      all - ownPast - inside,
      all - inside - past,
    ]),
    ...differing(group, "past-30-days", name, [ownPast, all - inside - outside]),
  ];
}

/** A problem when the subtotals of a part come to none of the sums that may be meant; the first is the likeliest. */
function differing(
  group: AnnexGroup,
  part: AnnexPart,
  name: AmountName,
  fitting: readonly number[],
): readonly AnnexProblem[] {
  const subtotal = group.subtotals.find((row) => row.role === part && row[name] !== undefined);
  if (subtotal === undefined) return [];
  const value = sumOfSubtotals(group, part, name);
  if (fitting.includes(value)) return [];
  const column = annexAt[name];
  const about = {
    name: rowsOf("UPSIKYU")[column]?.[2] ?? "",
    serviceCode: subtotal.shape.serviceCode,
    value,
    sum: fitting[0] ?? 0,
  };
  return [annexProblem("subtotal-sum", about, subtotal.row, column)];
}

/** Whether some of the values add up to a sum. Of very many values it is not told, and taken for true. */
function canAddUpTo(values: readonly number[], wanted: number): boolean {
  if (values.length > 12) return true;
  let sums: readonly number[] = [0];
  for (const value of values) sums = sums.concat(sums.map((one) => one + value));
  return sums.includes(wanted);
}
