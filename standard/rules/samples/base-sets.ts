/** Conforming sets of one care user, 試験 花子, for samples to be made from by changing a value or a row. */
export { carePlan } from "./base/care-plan.ts";
export { deletion } from "./base/deletions.ts";
export {
  otherUser,
  planHeading,
  planner,
  preventiveHeading,
  provider,
  resultsHeading,
  supportCenter,
  tailOf,
  useHeading,
  user,
} from "./base/parties.ts";
export { planOfUse, results } from "./base/plan-of-use.ts";
export { basics, preventivePlan } from "./base/preventive-care.ts";
