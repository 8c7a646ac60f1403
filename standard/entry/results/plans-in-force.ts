import type { SetDocument } from "../../documents/document.ts";
import type { UserPlan } from "../../documents/plan-of-use.ts";
import type { SlipRow } from "../../documents/table-6.ts";
import type { CareUser } from "../../documents/user-entries.ts";
import type { Address } from "../../naming/file-name.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import type { OfficeNumber } from "../../values/office-number.ts";
import type { SetTime } from "../../values/set-time.ts";

/** A month of care users whom one care manager sent to this office, which answers with one file of results. */
export type ResultsRoute = {
  readonly month: MonthOfService;
  /** Who sent the plans and gets the results. */
  readonly manager: Address;
  /** This office, with the service type that the plans were sent to. */
  readonly own: Address;
  /** By reading of the name フリガナ, those without behind by their numbers. */
  readonly users: readonly ServedUser[];
};

/** A care user with what this office is to give in the month: its rows of the newest plan. */
export type ServedUser = CareUser & {
  readonly name: string | undefined;
  readonly nameKana: string | undefined;
  readonly planTime: SetTime;
  /** The rows of this office and service type, all its satellites; others of the slip are left out. */
  readonly rows: readonly SlipRow[];
  /** The plan as it came. */
  readonly plan: UserPlan;
};

/**
 * The plans of use in force at an office, by month, care manager and own service type, newest months first: of each care
 * user the one with the latest set time, unless it was deleted after. Documents of other kinds, or for other receivers,
 * are passed over.
 */
export function plansInForce(
  documents: readonly SetDocument[],
  office: OfficeNumber,
): readonly ResultsRoute[] {
  const routes = new Map<string, RouteInWork>();
  const inOrder = documents.toSorted((a, b) => compare(timeOf(a), timeOf(b)));
  for (const document of inOrder) {
    const { envelope } = document;
    if (envelope === undefined || envelope.receiver.office !== office) continue;
    const { sender: manager, receiver: own, time } = envelope;
    if (document.kind === "plan-of-use") {
      for (const plan of document.users) {
        if (plan.month === undefined) continue;
        const route = routeFor(routes, { month: plan.month, manager, own });
        route.users.set(userKeyOf(plan), servedUser(plan, own, time));
      }
    } else if (document.kind === "deletion") {
      for (const deletion of document.deletions) {
        if (deletion.deletes !== "DLTPLAN") continue;
        const { month } = deletion.record;
        routeFor(routes, { month, manager, own }).users.delete(userKeyOf(deletion.record));
      }
    }
  }
  return Array.from(routes.values(), ({ users, ...route }) => ({
    ...route,
    users: Array.from(users.values())
      .filter(({ rows }) => rows.length > 0)
      .sort((a, b) => compare(nameOrder(a), nameOrder(b))),
  }))
    .filter(({ users }) => users.length > 0)
    .sort((a, b) => compare(b.month, a.month) || compare(routeKeyOf(a), routeKeyOf(b)));
}

/** What names a care user: `139999_0000000001`. */
export function userKeyOf({ insurerNumber, insuredNumber }: CareUser): string {
  return `${insurerNumber}_${insuredNumber}`;
}

/** What names a route within its month: the care manager and the own service type, `1370000011_43_11`. */
export function routeKeyOf({ manager, own }: Pick<ResultsRoute, "manager" | "own">): string {
  return `${manager.office}_${manager.serviceType}_${own.serviceType}`;
}

type RouteParts = Omit<ResultsRoute, "users">;
type RouteInWork = RouteParts & { readonly users: Map<string, ServedUser> };

function routeFor(routes: Map<string, RouteInWork>, parts: RouteParts): RouteInWork {
  const key = `${parts.month}/${routeKeyOf(parts)}`;
  const known = routes.get(key);
  if (known !== undefined) return known;
  const route = { ...parts, users: new Map<string, ServedUser>() };
  routes.set(key, route);
  return route;
}

function servedUser(plan: UserPlan, own: Address, planTime: SetTime): ServedUser {
  const lines = plan.table6?.lines ?? [];
  return {
    insurerNumber: plan.insurerNumber,
    insuredNumber: plan.insuredNumber,
    name: plan.name,
    nameKana: plan.supplement?.record.nameKana,
    planTime,
    rows: lines
      .flatMap(({ visits }) => visits)
      .filter(
        ({ record }) =>
          record.serviceOffice === own.office &&
          record.serviceCode.startsWith(own.serviceType) &&
          record.serviceDate.startsWith(record.month),
      ),
    plan,
  };
}

function nameOrder({ nameKana, insurerNumber, insuredNumber }: ServedUser): string {
  return `${nameKana ?? "\uffff"}/${insurerNumber}/${insuredNumber}`;
}

function timeOf({ envelope }: SetDocument): string {
  return envelope?.time ?? "";
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
