import { rowsOf } from "../../layout/layouts.ts";
import { type AnnexGroup, sum } from "./annex-groups.ts";
import { type AnnexProblem, annexProblem } from "./annex-problems.ts";
import { type AmountName, type AnnexRow, annexAt } from "./annex-row.ts";

/** Checks the subtotals of a group against its details, and that there is one where the standard wants it. */
export function checkSubtotals(group: AnnexGroup): readonly AnnexProblem[] {
  const { inside, details, serviceType: type, office } = group;
  const { marked, inside: marks } = group.own;
  if (inside.length === 0 && marks.length > 1 && haveOneOffice(marks)) {
    const [, second] = marks;
    const about = { type, office };
    return [annexProblem("subtotal-missing", about, second?.row ?? 0, annexAt.serviceCode)];
  }
  const [alone] = [...inside, ...group.outside, ...group.past30Days];
  if (details.length === 0 && alone !== undefined) {
    const { serviceCode } = alone.shape;
    const about = { serviceCode, office };
    return [annexProblem("subtotal-alone", about, alone.row, annexAt.serviceOffice)];
  }
  const problems: (AnnexProblem | undefined)[] = [];
  if (details.every(({ serviceUnits }) => serviceUnits !== undefined)) {
    problems.push(...checkServiceUnits(group));
  }
  if (marked && inside.length > 0) {
    problems.push(differing(inside, "managedUnits", [sum(marks, "managedUnits")]));
  }
  return problems.filter((one) => one !== undefined);
}

/** Whether the details are of one office without satellites, or of one satellite: then they need a subtotal. */
function haveOneOffice(details: readonly AnnexRow[]): boolean {
  return details.some(
    ({ shape }, at) => details.findIndex((one) => one.shape.satellite === shape.satellite) < at,
  );
}

/** サービス単位金額 of each subtotal: what its own details add up to, or what the others leave of all details. */
function checkServiceUnits(group: AnnexGroup): readonly (AnnexProblem | undefined)[] {
  const { inside, outside, past30Days, details, own } = group;
  const name = "serviceUnits";
  const all = sum(details, name);
  const notPast = all - sum(own.past30Days, name);
  const subtotal = { inside: sum(inside, name), outside: sum(outside, name) };
  const past = sum(past30Days, name);
  if (inside.length > 0 && !own.marked && outside.length === 0) {
    const units = details.map(({ serviceUnits }) => serviceUnits ?? 0);
    if (canAddUpTo(units, subtotal.inside)) return [];
  }
  const ownInside = own.marked ? [sum(own.inside, name)] : [];
  const ownOutside = own.marked ? [sum(own.outside, name)] : [];
  return [
    differing(inside, name, [
      ...ownInside,
      notPast - subtotal.outside,
      all - subtotal.outside - past,
    ]),
    differing(outside, name, [
      ...ownOutside,
      notPast - subtotal.inside,
      all - subtotal.inside - past,
    ]),
    differing(past30Days, name, [
      sum(own.past30Days, name),
      all - subtotal.inside - subtotal.outside,
    ]),
  ];
}

/** A problem when the subtotals come to none of the sums that may be meant; the first is the likeliest. */
function differing(
  subtotals: readonly AnnexRow[],
  name: AmountName,
  fitting: readonly number[],
): AnnexProblem | undefined {
  const [first] = subtotals;
  if (first === undefined || subtotals.every((row) => row[name] === undefined)) return undefined;
  const value = sum(subtotals, name);
  if (fitting.includes(value)) return undefined;
  const column = annexAt[name];
  const about = {
    name: rowsOf("UPSIKYU")[column]?.[2] ?? "",
    serviceCode: first.shape.serviceCode,
    value,
    sum: fitting[0] ?? 0,
  };
  return annexProblem("subtotal-sum", about, first.row, column);
}

/** Whether some of the values add up to a sum. Of very many values it is not told, and taken for true. */
function canAddUpTo(values: readonly number[], wanted: number): boolean {
  if (values.length > 12) return true;
  let sums: readonly number[] = [0];
  for (const value of values) sums = sums.concat(sums.map((one) => one + value));
  return sums.includes(wanted);
}
