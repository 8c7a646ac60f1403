import type { Draft } from "@tsunagi/contract/desk";
import { type ResultsRoute, readResultsDraft, routeKeyOf, userKeyOf } from "@tsunagi/standard";

/** How far the results for one care manager are. */
export interface RouteState {
  readonly state: "not-begun" | "in-work" | "ready" | "sent";
  /** Care users of the route, and those whose results somebody said to be right. */
  readonly users: number;
  readonly checked: number;
  /** Whether something was sent and changed after. */
  readonly correcting: boolean;
}

/** How far the results of a route are, by the drafts of its month. */
export function routeState(route: ResultsRoute, drafts: readonly Draft[]): RouteState {
  const key = routeKeyOf(route);
  const ofUser = new Map(
    drafts.flatMap((draft) => (draft.route === key ? [[draft.careUser, draft]] : [])),
  );
  const ours = route.users.flatMap((user) => ofUser.get(userKeyOf(user)) ?? []);
  const checked = ours.filter(({ content }) => readResultsDraft(content)?.checked === true).length;
  const sent = ours.filter(({ revision, sentRevision }) => sentRevision === revision).length;
  const users = route.users.length;
  const counts = { users, checked, correcting: ours.some((draft) => draft.sentRevision !== null) };
  if (sent === users) return { state: "sent", ...counts, correcting: false };
  if (checked === users) return { state: "ready", ...counts };
  return { state: ours.length === 0 ? "not-begun" : "in-work", ...counts };
}
