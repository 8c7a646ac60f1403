import type { KeptCareUser, ServiceCodeTable } from "@tsunagi/contract/desk";
import { type MonthOfService, monthAfter, type PlannedUser } from "@tsunagi/standard";
import { createContext, useContext, useSyncExternalStore } from "react";
import { desk } from "../api.ts";
import { type DraftKeeper, type KeptDrafts, openDrafts } from "../drafts/draft-keeper.ts";
import { readPlan } from "./plan-content.ts";

/** All that the pages of a month of plans show. */
export interface PlanMonth {
  readonly month: MonthOfService;
  readonly careUsers: readonly KeptCareUser[];
  readonly table: ServiceCodeTable;
  readonly keeper: DraftKeeper<PlannedUser>;
  /** The plans of the month before, by care user, to be copied. */
  readonly before: ReadonlyMap<string, PlannedUser>;
}

export async function loadPlanMonth(month: MonthOfService): Promise<PlanMonth> {
  const place = { kind: "plan", route: "", api: desk, read: readPlan } as const;
  const [{ careUsers }, { table }, keeper, earlier] = await Promise.all([
    desk.careUsers(),
    desk.serviceCodeTable(),
    openDrafts({ ...place, month }),
    openDrafts({ ...place, month: monthAfter(month, -1) }),
  ]);
  const before = new Map(
    Array.from(earlier.current().drafts, ([careUser, { content }]) => [careUser, content]),
  );
  return { month, careUsers, table, keeper, before };
}

interface PlanMonthInHand extends PlanMonth {
  /** Number of this office. */
  readonly office: string;
  /** Asks for all of it again, e.g. after a care user was added. */
  readonly reload: () => void;
}

export const PlanMonthContext = createContext<PlanMonthInHand | undefined>(undefined);

export function usePlanMonth(): PlanMonthInHand {
  const found = useContext(PlanMonthContext);
  if (found === undefined) throw new Error("used outside of a month of plans");
  return found;
}

/** The plans of the month, as they are changed. */
export function usePlans(): KeptDrafts<PlannedUser> {
  const { keeper } = usePlanMonth();
  return useSyncExternalStore(keeper.subscribe, keeper.current);
}
