import type { AmountName, AnnexRow } from "./annex-row.ts";

/** The rows of one service type of a user at one office: details, and their subtotals where there are some. */
export type AnnexGroup = {
  readonly office: string;
  readonly serviceType: string;
  readonly details: readonly AnnexRow[];
  readonly subtotals: readonly AnnexRow[];
  /** Whether 給付管理単位数 of the details tells those inside the limit, being empty for the others. */
  readonly marked: boolean;
};

/** What a subtotal, or the details it adds up, is about: inside the limit AAAA, outside EEEE, past 30 days ZZZZ. */
export type AnnexPart = "inside" | "outside" | "past-30-days";

/** Groups a user's rows, the grand total left out. */
export function groupAnnexRows(rows: readonly AnnexRow[]): readonly AnnexGroup[] {
  const groups: GroupRows[] = [];
  for (const row of rows) {
    if (row.role === "total") continue;
    const { office, serviceType } = row.shape;
    let group = groups.find((one) => one.serviceType === serviceType && one.office === office);
    if (group === undefined) {
      group = new GroupRows(office, serviceType);
      groups.push(group);
    }
    group.add(row);
  }
  return groups;
}

/** A group while its rows are put in. */
class GroupRows implements AnnexGroup {
  readonly office: string;
  readonly serviceType: string;
  readonly details: AnnexRow[] = [];
  readonly subtotals: AnnexRow[] = [];
  marked = false;

  constructor(office: string, serviceType: string) {
    this.office = office;
    this.serviceType = serviceType;
  }

  add(row: AnnexRow): void {
    if (row.role !== "detail") this.subtotals.push(row);
    else {
      this.details.push(row);
      if (row.managedUnits !== undefined) this.marked = true;
    }
  }
}

/** The rows that carry the amounts of a group: its subtotals, or its details where it has none. */
export function carriersOf({ subtotals, details }: AnnexGroup): readonly AnnexRow[] {
  return subtotals.length > 0 ? subtotals : details;
}

/** What a detail seems to belong to: past 30 days by its own word, outside the limit by an empty 給付管理単位数. */
export function partOf({ over30Days, managedUnits }: AnnexRow): AnnexPart {
  if (over30Days) return "past-30-days";
  return managedUnits === undefined ? "outside" : "inside";
}

/** Whether a group has a subtotal of a part. */
export function hasSubtotal({ subtotals }: AnnexGroup, part: AnnexPart): boolean {
  return subtotals.some(({ role }) => role === part);
}

/** What the subtotals of a part come to. */
export function sumOfSubtotals(group: AnnexGroup, part: AnnexPart, name: AmountName): number {
  let all = 0;
  for (const row of group.subtotals) if (row.role === part) all += row[name] ?? 0;
  return all;
}

/** What the details of a part come to. */
export function sumOfDetails(group: AnnexGroup, part: AnnexPart, name: AmountName): number {
  let all = 0;
  for (const row of group.details) if (partOf(row) === part) all += row[name] ?? 0;
  return all;
}

/** The sum of an amount, empty fields counted as 0. */
export function sum(rows: readonly AnnexRow[], name: AmountName): number {
  let all = 0;
  for (const row of rows) all += row[name] ?? 0;
  return all;
}

/**
 * An amount of a part of a group by what carries it: its subtotal, or its details where it has none. Where all details
 * leave 給付管理単位数 to the subtotal inside the limit, what that does not hold is outside.
 */
export function amountOfPart(group: AnnexGroup, part: AnnexPart, name: AmountName): number {
  if (hasSubtotal(group, part)) return sumOfSubtotals(group, part, name);
  const details = sumOfDetails(group, part, name);
  const isRest = part === "outside" && !group.marked && name === "serviceUnits";
  return isRest ? details - sumOfSubtotals(group, "inside", name) : details;
}
