import type { AmountName, AnnexRow } from "./annex-row.ts";

/** The rows of one service type of a user at one office: details, and their subtotals where there are some. */
export type AnnexGroup = {
  readonly office: string;
  readonly serviceType: string;
  readonly details: readonly AnnexRow[];
  readonly inside: readonly AnnexRow[];
  readonly outside: readonly AnnexRow[];
  readonly past30Days: readonly AnnexRow[];
  /** The details by what they seem to be. */
  readonly own: OwnParts;
};

/** Details by what they seem to be; `marked` when an empty 給付管理単位数 tells those outside the limit. */
export type OwnParts = {
  readonly marked: boolean;
  readonly inside: readonly AnnexRow[];
  readonly outside: readonly AnnexRow[];
  readonly past30Days: readonly AnnexRow[];
};

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
  readonly inside: AnnexRow[] = [];
  readonly outside: AnnexRow[] = [];
  readonly past30Days: AnnexRow[] = [];
  readonly own = {
    marked: false,
    inside: [] as AnnexRow[],
    outside: [] as AnnexRow[],
    past30Days: [] as AnnexRow[],
  };

  constructor(office: string, serviceType: string) {
    this.office = office;
    this.serviceType = serviceType;
  }

  add(row: AnnexRow): void {
    if (row.role === "inside") this.inside.push(row);
    else if (row.role === "outside") this.outside.push(row);
    else if (row.role === "past-30-days") this.past30Days.push(row);
    else this.#addDetail(row);
  }

  #addDetail(row: AnnexRow): void {
    const managed = row.managedUnits !== undefined;
    this.details.push(row);
    if (managed) this.own.marked = true;
    if (row.over30Days) this.own.past30Days.push(row);
    else if (managed) this.own.inside.push(row);
    else this.own.outside.push(row);
  }
}

/** The rows that carry the amounts of a group: its subtotals, or its details where it has none. */
export function carriersOf(group: AnnexGroup): readonly AnnexRow[] {
  const { inside, outside, past30Days, details } = group;
  if (inside.length + outside.length + past30Days.length === 0) return details;
  return [...inside, ...outside, ...past30Days];
}

/** What an amount of a group comes to inside the limit, outside it, and past 30 days. */
export type GroupAmount = {
  readonly inside: number;
  readonly outside: number;
  readonly past30Days: number;
};

/**
 * An amount of a group by what carries it: the subtotals, and for a part without a subtotal its details. Details past
 * 30 days say so; which ones are outside the limit shows by an empty 給付管理単位数, unless it is left to the subtotal
 * in all of them.
 */
export function amountOfGroup(group: AnnexGroup, name: AmountName): GroupAmount {
  const details = group.own;
  const past30Days = sum(orElse(group.past30Days, details.past30Days), name);
  if (group.inside.length > 0 && !details.marked) {
    const inside = sum(group.inside, name);
    if (group.outside.length > 0) {
      return { inside, outside: sum(group.outside, name), past30Days };
    }
    const rest = sum(details.outside, name);
    return { inside, outside: name === "serviceUnits" ? rest - inside : rest, past30Days };
  }
  return {
    inside: sum(orElse(group.inside, details.inside), name),
    outside: sum(orElse(group.outside, details.outside), name),
    past30Days,
  };
}

/** The sum of an amount, empty fields counted as 0. */
export function sum(rows: readonly AnnexRow[], name: AmountName): number {
  let all = 0;
  for (const row of rows) all += row[name] ?? 0;
  return all;
}

function orElse(subtotals: readonly AnnexRow[], details: readonly AnnexRow[]): readonly AnnexRow[] {
  return subtotals.length > 0 ? subtotals : details;
}
