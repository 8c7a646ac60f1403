import type { CheckedFile } from "../../check/checked-file.ts";
import type { UserKey } from "../../check/keys.ts";
import type { SlipFacts } from "../../check/use/facts.ts";
import { insuredNumberOf } from "../../check/use/users.ts";
import { isCareManagement } from "../../layout/service-types.ts";
import type { Address } from "../../naming/file-name.ts";
import { hasCertainKeys } from "../certain-keys.ts";
import type { FileSet } from "../file-set.ts";
import { listed, type SetFinding, setFinding } from "../set-finding.ts";

/** How many services of users are remembered over all sets; with more nothing is compared. */
const largestMemory = 400_000;

/** A service type of a user at an office, as results have it. */
type Result = {
  readonly set: string;
  readonly file: CheckedFile["name"];
  readonly row: number;
  readonly user: UserKey;
  readonly type: string;
  /** The planner, the office that answers, and the month. */
  readonly route: string;
};

/**
 * Finds results that no plan of the same drop knows. They are judged only where the drop holds a plan of use of the
 * month from the receiver of the results to their sender; sets may come in any order.
 */
export class ResultsAgainstPlans {
  /** Routes with a plan; `uncertain` where its rows could not all be read. */
  readonly #routes = new Map<string, "known" | "uncertain">();
  readonly #planned = new Set<string>();
  readonly #results = new Map<string, Result>();

  /** Takes a set while the facts of its files are there. */
  add(set: FileSet): void {
    if (set.month === undefined) return;
    for (const file of set.files) {
      if (file.facts?.kind === "UPPLAN") {
        this.#addPlan(routeOf(set.sender, set.receiver, set.month), set.receiver, file, file.facts);
      } else if (file.facts?.kind === "UPJSK") {
        const route = routeOf(set.receiver, set.sender, set.month);
        this.#addResults(route, set.id, file, file.facts);
      }
    }
  }

  /** What was found, by the id of the set of results. */
  end(): ReadonlyMap<string, readonly SetFinding[]> {
    if (this.#planned.size + this.#results.size >= largestMemory) return new Map();
    const unplanned = [...this.#results].filter(
      ([key, { route }]) => this.#routes.get(route) === "known" && !this.#planned.has(key),
    );
    const bySet = Map.groupBy(
      unplanned.map(([, result]) => result),
      ({ set }) => set,
    );
    return new Map(
      Array.from(bySet, ([set, results]) => [set, listed(results.map(findingOf))] as const),
    );
  }

  #addPlan(route: string, receiver: Address, file: CheckedFile, { users }: SlipFacts): void {
    const certain = hasCertainKeys(file) && [...users.values()].every(({ sound }) => sound);
    const known = this.#routes.get(route) !== "uncertain" && certain;
    this.#routes.set(route, known ? "known" : "uncertain");
    const relayed = isCareManagement(receiver.serviceType);
    for (const [user, { lines }] of users) {
      for (const { shape } of lines) {
        if (this.#planned.size >= largestMemory) return;
        if (!relayed && shape.office !== receiver.office) continue;
        this.#planned.add(`${route}/${user}/${shape.office}/${shape.serviceType}`);
      }
    }
  }

  #addResults(route: string, set: string, file: CheckedFile, { users }: SlipFacts): void {
    for (const [user, { lines }] of users) {
      for (const { shape, row } of lines) {
        if (this.#results.size >= largestMemory) return;
        const { office, serviceType: type } = shape;
        const key = `${route}/${user}/${office}/${type}`;
        if (this.#planned.has(key) || this.#results.has(key)) continue;
        this.#results.set(key, { set, file: file.name, row, user, type, route });
      }
    }
  }
}

function routeOf(planner: Address, provider: Address, month: string): string {
  return `${planner.office}/${provider.office}/${provider.serviceType}/${month}`;
}

function findingOf({ file, row, user, type }: Result): SetFinding {
  const about = { insuredNumber: insuredNumberOf(user), type };
  return setFinding("result-without-plan", about, [{ name: file }], { row });
}
