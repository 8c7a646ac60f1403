import type { CheckedFile } from "../check/checked-file.ts";
import type { FileFacts } from "../check/facts.ts";
import type { FileKind } from "../layout/layouts.ts";
import type { Address } from "../naming/file-name.ts";
import { setTimeInEra } from "../values/japanese-date.ts";
import type { SetTime } from "../values/set-time.ts";
import type { FileSet } from "./file-set.ts";
import { listed, type SetFinding, setFinding } from "./set-finding.ts";

/** How many users' plans are remembered over all sets; later ones are not compared. */
const largestMemory = 400_000;

/** The file whose rows stand for what a set brings; what a deletion deletes is of its parent. */
const parentOf: { readonly [Kind in FileKind]?: FileKind } = {
  UP1KYO: "UP1KYO",
  UPPLAN: "UPPLAN",
  UPJSK: "UPJSK",
  UPKIHON: "UPKIHON",
  UPYOBO: "UPYOBO",
  DLT1KYO: "UP1KYO",
  DLTPLAN: "UPPLAN",
  DLTJSK: "UPJSK",
  DLTKIHON: "UPKIHON",
  DLTYOBO: "UPYOBO",
};

/** A file that brings or deletes. */
type Event = {
  readonly set: string;
  readonly file: string;
  readonly time: SetTime;
  readonly deletes: boolean;
};

/** How many users of an event a later one overtakes. */
type Overtaking = { readonly earlier: Event; readonly later: Event; users: number };

/**
 * Finds what is sent and then sent again, or deleted, by a later set of the same drop: same sender, receiver, month,
 * and the same care user's plan. Sets of other users stand beside each other.
 */
export class Succession {
  readonly #latest = new Map<string, Event>();
  readonly #overtaken = new Map<string, Overtaking>();

  /** Takes a set; sets come in the order of their set times. */
  add(set: FileSet): void {
    for (const file of set.files) {
      const parent = file.kind && parentOf[file.kind];
      if (parent === undefined || file.facts === undefined) continue;
      const deletes = file.kind !== parent;
      const event = { set: set.id, file: file.name, time: set.time, deletes };
      const group = [parent, route(set), monthOf(file)].join("/");
      for (const key of keysOf(file.facts, set.sender)) this.#note(`${group}/${key}`, event);
    }
  }

  #note(key: string, event: Event): void {
    const before = this.#latest.get(key);
    if (before !== undefined && before.set !== event.set && !before.deletes) {
      const pair = `${before.file}/${event.file}`;
      const overtaking = this.#overtaken.get(pair);
      if (overtaking) overtaking.users++;
      else this.#overtaken.set(pair, { earlier: before, later: event, users: 1 });
    }
    if (before !== undefined || this.#latest.size < largestMemory) this.#latest.set(key, event);
  }

  /** What was found, by the id of the set that is overtaken. */
  end(): ReadonlyMap<string, readonly SetFinding[]> {
    const bySet = Map.groupBy(this.#overtaken.values(), ({ earlier }) => earlier.set);
    return new Map(
      Array.from(bySet, ([set, overtakings]) => [set, listed(overtakings.map(findingOf))] as const),
    );
  }
}

function findingOf({ earlier, later, users }: Overtaking): SetFinding {
  const files = [{ name: earlier.file }, { name: later.file }];
  const about = { users, time: setTimeInEra(later.time) };
  return setFinding(later.deletes ? "deleted-later" : "sent-again-later", about, files);
}

function route({ sender, receiver }: FileSet): string {
  return [sender.office, sender.serviceType, receiver.office, receiver.serviceType].join("-");
}

function monthOf({ fileName }: CheckedFile): string {
  return fileName?.type === "csv" ? (fileName.month ?? "") : "";
}

/** The keys of what a file brings or deletes; of results, a deletion names the services it deletes. */
function keysOf(facts: FileFacts, { office, serviceType }: Address): Iterable<string> {
  if ("keys" in facts) return facts.keys.keys();
  if (facts.kind !== "DLTJSK") return facts.users.keys();
  // An array: browsers of some years ago know no filter on iterators.
  return [...facts.users]
    .filter(([, { services }]) => services.has(`${office}/${serviceType}`))
    .map(([user]) => user);
}
