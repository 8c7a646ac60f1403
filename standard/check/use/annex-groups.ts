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

/** Groups a user's rows, the grand total left out. */
export function groupAnnexRows(rows: readonly AnnexRow[]): readonly AnnexGroup[] {
  const parts = rows.filter(({ role }) => role !== "total");
  const groups = Map.groupBy(parts, ({ shape }) => `${shape.office}/${shape.serviceType}`);
  return [...groups.values()].map((members): AnnexGroup => {
    const of = (role: AnnexRow["role"]) => members.filter((member) => member.role === role);
    const [first] = members;
    const details = of("detail");
    return {
      office: first?.shape.office ?? "",
      serviceType: first?.shape.serviceType ?? "",
      details,
      inside: of("inside"),
      outside: of("outside"),
      past30Days: of("past-30-days"),
      own: classify(details),
    };
  });
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

/** Details by what they seem to be; `marked` when an empty 給付管理単位数 tells those outside the limit. */
export type OwnParts = {
  readonly marked: boolean;
  readonly inside: readonly AnnexRow[];
  readonly outside: readonly AnnexRow[];
  readonly past30Days: readonly AnnexRow[];
};

function classify(details: readonly AnnexRow[]): OwnParts {
  const within = details.filter(({ over30Days }) => !over30Days);
  return {
    marked: details.some(({ managedUnits }) => managedUnits !== undefined),
    inside: within.filter(({ managedUnits }) => managedUnits !== undefined),
    outside: within.filter(({ managedUnits }) => managedUnits === undefined),
    past30Days: details.filter(({ over30Days }) => over30Days),
  };
}

/** The sum of an amount, empty fields counted as 0. */
export function sum(rows: readonly AnnexRow[], name: AmountName): number {
  return rows.reduce((all, row) => all + (row[name] ?? 0), 0);
}

function orElse(subtotals: readonly AnnexRow[], details: readonly AnnexRow[]): readonly AnnexRow[] {
  return subtotals.length > 0 ? subtotals : details;
}
