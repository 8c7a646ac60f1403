import type { FileKind } from "../layout/layouts.ts";
import { editionHas } from "../layout/versions.ts";
import type { SetKind } from "./file-set.ts";

/** The kinds of files a set is made of. */
export type SetParts = {
  readonly kind: Exclude<SetKind, "unknown">;
  readonly needs: readonly FileKind[];
  readonly mayHave: readonly FileKind[];
};

const deletions: readonly FileKind[] = ["DLT1KYO", "DLTPLAN", "DLTJSK", "DLTKIHON", "DLTYOBO"];
const basics: readonly FileKind[] = ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"];

/** The sets as the standard lists them. */
const setKinds: readonly SetParts[] = [
  { kind: "care-plan", needs: ["UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU"], mayHave: [] },
  { kind: "plan-of-use", needs: ["UPPLAN", "UPSIKYU", "UPHOSOKU"], mayHave: [] },
  { kind: "results", needs: ["UPJSK"], mayHave: [] },
  { kind: "user-basics", needs: ["UPKIHON"], mayHave: ["UPKIHON_SUB1", "UPKIHON_SUB2"] },
  { kind: "preventive-plan", needs: ["UPYOBO"], mayHave: ["UPYOBO_SUB", ...basics] },
  ...deletions.map((kind): SetParts => ({ kind: "deletion", needs: [kind], mayHave: [] })),
];

/** What is known of a set's files before they are told to be a set. */
export type GivenKinds = {
  readonly kinds: ReadonlySet<FileKind>;
  /** Whether a name has a month 対象年月. */
  readonly ofMonth: boolean;
  /** Whether there are pictures of families. */
  readonly images: boolean;
  /** CSVバージョン of the files as far as they are known, each once. */
  readonly versions: ReadonlySet<string>;
};

/** The set that leaves no file over; of several, the one that misses least. Undefined when each leaves some. */
export function setOf(given: GivenKinds): SetParts | undefined {
  const { kinds, ofMonth, images } = given;
  if (kinds.size === 0)
    return images ? setKinds.find(({ kind }) => kind === "user-basics") : undefined;
  const fitting = setKinds.filter(
    (set) => kindsOutside(set, kinds).length === 0 && (!images || takesImages(set)),
  );
  if (kinds.size === 1 && kinds.has("UPHOSOKU")) {
    const wanted = ofMonth ? "plan-of-use" : "care-plan";
    return fitting.find(({ kind }) => kind === wanted);
  }
  const missed = ({ needs }: SetParts) => needs.filter((kind) => !kinds.has(kind)).length;
  return fitting.sort((a, b) => missed(a) - missed(b))[0];
}

/** Pictures of families go with the basic information. */
export function takesImages({ needs, mayHave }: SetParts): boolean {
  return needs.includes("UPKIHON") || mayHave.includes("UPKIHON");
}

/** The set that holds most of these kinds, for naming what is too much; the first of equals. */
export function nearestSet(kinds: ReadonlySet<FileKind>): SetParts {
  return setKinds.reduce((best, set) =>
    kindsOutside(set, kinds).length < kindsOutside(best, kinds).length ? set : best,
  );
}

/** Kinds that have no place in a set. */
export function kindsOutside(
  { needs, mayHave }: SetParts,
  kinds: ReadonlySet<FileKind>,
): readonly FileKind[] {
  return [...kinds].filter((kind) => !needs.includes(kind) && !mayHave.includes(kind));
}

/** Kinds that a set lacks: what it needs (if the edition has it), and the parent of annexes and pictures. */
export function missingKinds(set: SetParts, given: GivenKinds): readonly FileKind[] {
  const { kinds, images, versions } = given;
  const exists = (kind: FileKind) =>
    versions.size === 0 || [...versions].some((version) => editionHas(version, kind));
  const missing = set.needs.filter((kind) => !kinds.has(kind) && exists(kind));
  const annexes = images || kinds.has("UPKIHON_SUB1") || kinds.has("UPKIHON_SUB2");
  const parent = set.kind === "preventive-plan" && annexes && !kinds.has("UPKIHON");
  return parent ? [...missing, "UPKIHON"] : missing;
}
