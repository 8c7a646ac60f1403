import type { FileSet } from "./file-set.ts";
import type { SetFinding } from "./set-finding.ts";
import { Succession } from "./succession.ts";

/**
 * What lies between sets that are given together. It takes sets one after the other, in the order of their set times,
 * and keeps little of each: keys of care users, a bounded number of them.
 */
export class AcrossSets {
  readonly #succession = new Succession();

  /** Takes a set while the facts of its files are there. */
  add(set: FileSet): void {
    this.#succession.add(set);
  }

  /** What was found, by the id of the set it is about. */
  end(): ReadonlyMap<string, readonly SetFinding[]> {
    return this.#succession.end();
  }
}
