import type { ChargedLine, ChargedService, LimitPart, Payer } from "./charge.ts";

/** A line with its units added up. */
export type ReckonedLine = ChargedLine & {
  /** 割引後単位数: units of one after the discount. */
  readonly unitsPaid: number;
  /** サービス単位: `unitsPaid` times `count`. */
  readonly total: number;
};

/** The services of one office and type with their units; percent additions stand last among the lines. */
export type ReckonedService = Omit<ChargedService, "lines" | "additions"> & {
  readonly lines: readonly ReckonedLine[];
  /** Units by what the limit says of them; `inside` is 給付管理単位数. */
  readonly units: { readonly [Part in LimitPart]: number };
  /** 区分支給限度基準超単位数: what of `inside` is above the limit. */
  readonly excess: number;
};

/** 区分支給限度管理: a care user's month, reckoned. */
export type Account = {
  readonly payer: Payer;
  /** In the order in which they were given; those without a line too. */
  readonly services: readonly ReckonedService[];
  /** 給付管理単位数 of all services. */
  readonly managed: number;
  /** 区分支給限度基準超単位数 of all services. */
  readonly excess: number;
};

/**
 * Counts a care user's services against the limit. What is above it falls to the last of them. Percent additions are
 * reckoned of the units within the limit, halves up: above the limit nothing is added.
 */
export function reckon(payer: Payer, services: readonly ChargedService[]): Account {
  const counted = services.map((service) => {
    const lines = service.lines.map(reckonLine);
    return { service, lines, managed: sumOf(lines, "inside") };
  });
  const managed = counted.reduce((sum, one) => sum + one.managed, 0);
  const excess = Math.max(managed - payer.limitUnits, 0);
  let left = excess;
  const fromLast = counted.toReversed().map(({ service, lines, managed: own }) => {
    const above = Math.min(left, Math.max(own, 0));
    left -= above;
    return reckonService(service, lines, own, above);
  });
  return { payer, services: fromLast.reverse(), managed, excess };
}

function reckonLine(line: ChargedLine): ReckonedLine {
  const unitsPaid = discounted(line.units, line.discountRate);
  return { ...line, unitsPaid, total: unitsPaid * line.count };
}

/** 割引後単位数: what is left of units at a rate in percent, halves up. */
export function discounted(units: number, discountRate: number): number {
  return Math.round((units * discountRate) / 100);
}

function reckonService(
  { lines: _lines, additions, ...service }: ChargedService,
  basic: readonly ReckonedLine[],
  managed: number,
  excess: number,
): ReckonedService {
  const added = additions.flatMap(({ thousandths, ...addition }): readonly ReckonedLine[] => {
    const units = Math.round(((managed - excess) * thousandths) / 1000);
    if (units === 0) return [];
    const once = { units, unitsPaid: units, discountRate: 100, count: 1, total: units };
    return [{ ...addition, ...once, limit: "outside" }];
  });
  const lines = [...basic, ...added];
  return {
    ...service,
    lines,
    units: {
      inside: managed,
      outside: sumOf(lines, "outside"),
      "past-30-days": sumOf(lines, "past-30-days"),
    },
    excess,
  };
}

function sumOf(lines: readonly ReckonedLine[], part: LimitPart): number {
  return lines.reduce((sum, { limit, total }) => sum + (limit === part ? total : 0), 0);
}
