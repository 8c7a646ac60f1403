import type { PlanKey } from "../check/care-plan/facts.ts";
import type { CheckedFile } from "../check/checked-file.ts";
import { type FileKind, layouts } from "../layout/layouts.ts";
import { hasCertainKeys } from "./certain-keys.ts";
import { type SetFinding, setFinding } from "./set-finding.ts";

/** Files whose rows belong to rows of another file by insurer, insured and date. */
const children: readonly { readonly kind: FileKind; readonly parent: FileKind }[] = [
  { kind: "UP2KYO", parent: "UP1KYO" },
  { kind: "UP3KYO", parent: "UP1KYO" },
  { kind: "UPHOSOKU", parent: "UP1KYO" },
  { kind: "UPKIHON_SUB1", parent: "UPKIHON" },
  { kind: "UPKIHON_SUB2", parent: "UPKIHON" },
  { kind: "UPYOBO_SUB", parent: "UPYOBO" },
];

/** Finds rows without the parent they belong to, and table 1 without its tables or its supplement. */
export function checkKeys(files: readonly CheckedFile[]): readonly SetFinding[] {
  return children.flatMap(({ kind, parent }) => {
    const [childFile, parentFile] = [keyed(files, kind), keyed(files, parent)];
    if (childFile === undefined || parentFile === undefined) return [];
    return [
      ...withoutParent(childFile, parentFile, layouts[parent].title),
      ...(parent === "UP1KYO" ? withoutChild(parentFile, childFile, kind) : []),
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

function withoutParent(
  child: KeyedFile,
  { keys }: KeyedFile,
  parent: string,
): readonly SetFinding[] {
  return [...child.keys]
    .filter(([key]) => !keys.has(key))
    .map(([key, row]) =>
      setFinding("child-without-parent", { ...kinOf(key), parent }, [child.file], { row }),
    );
}

function withoutChild(
  parent: KeyedFile,
  { keys }: KeyedFile,
  child: FileKind,
): readonly SetFinding[] {
  return [...parent.keys]
    .filter(([key]) => !keys.has(key))
    .map(([key, row]) =>
      child === "UPHOSOKU"
        ? setFinding("table-1-without-supplement", kinOf(key), [parent.file], { row })
        : setFinding(
            "table-1-without-table",
            { ...kinOf(key), child: layouts[child].title },
            [parent.file],
            { row },
          ),
    );
}

/** The user and the date as people read them. */
function kinOf(key: PlanKey): { readonly insured: string; readonly date: string } {
  const [, insured = "", date = ""] = key.split("/");
  return { insured, date: date.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1/$2/$3") };
}
