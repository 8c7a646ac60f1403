import {
  type Comparison,
  compareSides,
  type SetDocument,
  type Side,
  takeSide,
} from "@tsunagi/standard";

/**
 * Compares results with the plans that hold: those between the two offices, and for care users of whom these say
 * nothing those of other offices.
 */
export function compareResults(
  message: readonly SetDocument[],
  withPartner: readonly SetDocument[],
  withOthers: readonly SetDocument[],
): Comparison {
  const results = takeSide("results", message);
  const plans = takeSide("plan", withPartner);
  const elsewhere = only(takeSide("plan", withOthers), (key) => results.users.has(key));
  return compareSides({ ...plans, users: new Map([...elsewhere.users, ...plans.users]) }, results);
}

/** The care users of results for whom there is no plan among documents. */
export function withoutPlan(
  message: readonly SetDocument[],
  withPartner: readonly SetDocument[],
): boolean {
  const plans = takeSide("plan", withPartner).users;
  return [...takeSide("results", message).users.keys()].some((key) => !plans.has(key));
}

/** Compares a plan with what held before it, for the care users that it names: a newer plan may name a few only. */
export function comparePlan(
  message: readonly SetDocument[],
  withPartner: readonly SetDocument[],
): Comparison {
  const plan = takeSide("plan", message);
  const times = message.flatMap(({ envelope }) => envelope?.time ?? []);
  const own = times[0] ?? "";
  const earlier = withPartner.filter(({ envelope }) => (envelope?.time ?? "") < own);
  return compareSides(
    only(takeSide("plan", earlier), (key) => plan.users.has(key)),
    plan,
  );
}

function only(side: Side, keeps: (key: string) => boolean): Side {
  return { ...side, users: new Map([...side.users].filter(([key]) => keeps(key))) };
}
