import type { FileSet } from "./file-set.ts";
import type { SetFinding } from "./set-finding.ts";
import { Succession } from "./succession.ts";
import { ResultsAgainstPlans } from "./use/results-against-plans.ts";

/**
 * What lies between sets that are given together. It takes sets one after the other, in the order of their set times,
 * and keeps little of each: keys of care users, a bounded number of them.
 */
export class AcrossSets {
  readonly #succession = new Succession();
  readonly #results = new ResultsAgainstPlans();

  /** Takes a set while the facts of its files are there. */
  add(set: FileSet): void {
    this.#succession.add(set);
    this.#results.add(set);
  }

  /** What was found, by the id of the set it is about. */
  end(): ReadonlyMap<string, readonly SetFinding[]> {
    const bySet = new Map(this.#succession.end());
    for (const [set, findings] of this.#results.end()) {
      bySet.set(set, [...(bySet.get(set) ?? []), ...findings]);
    }
    return bySet;
  }
}
