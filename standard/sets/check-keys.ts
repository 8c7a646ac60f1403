import type { CheckedFile } from "../check/checked-file.ts";
import type { PlanKey } from "../check/keys.ts";
import { type FileKind, layouts } from "../layout/layouts.ts";
import { hasCertainKeys } from "./certain-keys.ts";
import { type SetFinding, setFinding } from "./set-finding.ts";

/**
 * Files whose rows belong to rows of another file by insurer, insured and date, and what it is when a row of the
 * parent has none of its own there; undefined where it need not.
 */
const relations: readonly Relation[] = [
  { child: "UP2KYO", parent: "UP1KYO", childless: "plan-without-table" },
  { child: "UP3KYO", parent: "UP1KYO", childless: "plan-without-table" },
  { child: "UPHOSOKU", parent: "UP1KYO", childless: "table-1-without-supplement" },
  { child: "UPKIHON_SUB1", parent: "UPKIHON", childless: undefined },
  { child: "UPKIHON_SUB2", parent: "UPKIHON", childless: undefined },
  { child: "UPYOBO_SUB", parent: "UPYOBO", childless: "plan-without-table" },
];

type Relation = {
  readonly child: FileKind;
  readonly parent: FileKind;
  readonly childless: "plan-without-table" | "table-1-without-supplement" | undefined;
};

/** Finds rows without the parent they belong to, and plans without their tables or their supplement. */
export function checkKeys(files: readonly CheckedFile[]): readonly SetFinding[] {
  return relations.flatMap(({ child, parent, childless }) => {
    const [children, parents] = [keyed(files, child), keyed(files, parent)];
    if (children === undefined || parents === undefined) return [];
    const titles = { child: layouts[child].title, parent: layouts[parent].title };
    return [
      ...missingFrom(parents, children).map(([key, row]) =>
        setFinding("child-without-parent", { ...kinOf(key), ...titles }, [children.file], { row }),
      ),
      ...(childless === undefined
        ? []
        : missingFrom(children, parents).map(([key, row]) =>
            setFinding(childless, { ...kinOf(key), ...titles }, [parents.file], { row }),
          )),
    ];
  });
}

type KeyedFile = { readonly file: CheckedFile; readonly keys: ReadonlyMap<PlanKey, number> };

/** The file of a kind with its keys; undefined when there is none, or when its keys are not certain. */
function keyed(files: readonly CheckedFile[], kind: FileKind): KeyedFile | undefined {
  const file = files.find((one) => one.kind === kind);
  if (file === undefined || !hasCertainKeys(file)) return undefined;
  return file.facts && "keys" in file.facts ? { file, keys: file.facts.keys } : undefined;
}

/** The keys of the second file that the first does not have, with their rows. */
function missingFrom({ keys }: KeyedFile, other: KeyedFile): readonly [PlanKey, number][] {
  return [...other.keys].filter(([key]) => !keys.has(key));
}

/** The user and the date as people read them. */
function kinOf(key: PlanKey): { readonly insured: string; readonly date: string } {
  const [, insured = "", date = ""] = key.split("/");
  return { insured, date: date.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1/$2/$3") };
}
