import type { CheckedFile } from "../check/checked-file.ts";
import { type SetFinding, setFinding } from "./set-finding.ts";

/** Files whose kind, or whose name, came before. */
export function repeatedFiles(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const seen = new Set<string>();
  return files.filter(({ kind, name }) => {
    const key = kind ?? name;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** Finds copies (files of the same name, which come from two folders) and kinds that are there in several files. */
export function checkRepeated(files: readonly CheckedFile[]): readonly SetFinding[] {
  const byName = [...Map.groupBy(files, ({ name }) => name).values()];
  const copies = byName.filter((same) => same.length > 1).flatMap((same) => same.slice(0, 1));
  const distinct = byName.flatMap((same) => same.slice(0, 1));
  const byKind = Map.groupBy(distinct, ({ kind }) => kind);
  return [
    ...copies.map((file) => setFinding("file-given-twice", { name: file.name }, [file])),
    ...[...byKind].flatMap(([kind, ofKind]) =>
      kind === undefined || ofKind.length === 1
        ? []
        : [setFinding("set-kind-twice", { kind }, ofKind)],
    ),
  ];
}
