import type { FileRow } from "../documents/file-row.ts";
import type { CareUser } from "../documents/user-entries.ts";
import { legalLimitOf } from "../layout/legal-limits.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import { type ComparedVisit, isDifference, shownVisit } from "./compared-visit.ts";
import { pairVisits } from "./pairing.ts";
import { officeServiceKey, type Side, type SideKind, type SideUser } from "./side.ts";
import { priceListOf, type Totals, totalsOf } from "./units.ts";
import { compareTexts, type Visit, visitsOf } from "./visit.ts";

/** What was, and what came of it, care user by care user. */
export type Comparison = {
  readonly before: SideKind;
  readonly after: SideKind;
  /** As they are met before; then those that only stand after. */
  readonly users: readonly ComparedUser[];
};

/** The month of one care user on both sides. */
export type ComparedUser = CareUser & {
  readonly month: MonthOfService;
  /** 利用者氏名, where a supplement says it. */
  readonly name: string | undefined;
  readonly standsIn: "both" | "before" | "after";
  /** Every visit of both sides, each once, by date and time. */
  readonly visits: readonly ComparedVisit[];
  /** Of each side the visits that the other side speaks of. */
  readonly totals: { readonly before: Totals; readonly after: Totals };
  readonly limit: LimitUse | undefined;
  /** `unreported`: results do not speak for any office of the care user's plan. */
  readonly state: "differs" | "same" | "unreported";
};

/** The month against 区分支給限度基準額. */
export type LimitUse = {
  /** Units a month: of the supplement, or of the law for the care level. */
  readonly limit: number;
  /** Units that count against it: after, with those before of offices for which results do not speak. */
  readonly managed: number;
  /** Whether there are such offices: then the month is not all results yet. */
  readonly outstanding: boolean;
};

/** Compares two sides; see `ComparedVisit` for what becomes of each visit. */
export function compareSides(before: Side, after: Side): Comparison {
  const keys = new Set([...before.users.keys(), ...after.users.keys()]);
  const users = Array.from(keys).flatMap((key) => {
    const [one, other] = [before.users.get(key), after.users.get(key)];
    const who = one ?? other;
    return who === undefined ? [] : [compareUser(who, one, other, before, after)];
  });
  return { before: before.kind, after: after.kind, users };
}

/** Whether nothing differs for anyone. */
export function isSame({ users }: Comparison): boolean {
  return users.every(({ state }) => state !== "differs");
}

function compareUser(
  { insurerNumber, insuredNumber, month }: SideUser,
  before: SideUser | undefined,
  after: SideUser | undefined,
  beforeSide: Side,
  afterSide: Side,
): ComparedUser {
  const [visitsBefore, visitsAfter] = [visitsOf(before?.table6), visitsOf(after?.table6)];
  const visits = pairVisits(visitsBefore, visitsAfter, {
    before: (visit) => speaksOf(beforeSide, visit),
    after: (visit) => speaksOf(afterSide, visit),
  }).toSorted((a, b) => compareTexts(shownVisit(a).key, shownVisit(b).key));
  const compared = visits.filter(({ outcome }) => outcome !== "unreported");
  const unreported = visits.flatMap((one) =>
    one.outcome === "unreported" && one.before !== undefined ? [one.before] : [],
  );
  const pricesAfter = priceListOf([after, before]);
  const outlook = totalsOf([...visitsAfter, ...unreported], pricesAfter);
  const standsIn = before === undefined ? "after" : after === undefined ? "before" : "both";
  return {
    insurerNumber,
    insuredNumber,
    month,
    name: after?.name ?? before?.name,
    standsIn,
    visits,
    totals: {
      before: totalsOf(
        compared.flatMap((one) => one.before ?? []),
        priceListOf([before, after]),
      ),
      after: totalsOf(
        compared.flatMap((one) => one.after ?? []),
        pricesAfter,
      ),
    },
    limit: limitUseOf(
      after?.supplement ?? before?.supplement,
      outlook.managed,
      unreported.length > 0,
    ),
    state: stateOf(visits, standsIn),
  };
}

function stateOf(
  visits: readonly ComparedVisit[],
  standsIn: ComparedUser["standsIn"],
): ComparedUser["state"] {
  if (visits.some(isDifference)) return "differs";
  // A care user without any visit is on one side only by name.
  if (visits.length === 0) return standsIn === "both" ? "same" : "differs";
  return visits.every(({ outcome }) => outcome === "unreported") ? "unreported" : "same";
}

function speaksOf({ reported }: Side, { serviceOffice, serviceCode }: Visit): boolean {
  return reported?.has(officeServiceKey(serviceOffice, serviceCode)) ?? true;
}

function limitUseOf(
  supplement: FileRow<"UPHOSOKU"> | undefined,
  managed: number | undefined,
  outstanding: boolean,
): LimitUse | undefined {
  if (supplement === undefined || managed === undefined) return undefined;
  const { limitUnits, careLevel } = supplement.record;
  const limit = limitUnits ?? (careLevel === undefined ? undefined : legalLimitOf(careLevel));
  return limit === undefined ? undefined : { limit, managed, outstanding };
}
