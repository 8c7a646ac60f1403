import type { CheckedFile } from "../check/checked-file.ts";
import type { FileName } from "../naming/file-name.ts";
import { AcrossSets } from "./across-sets.ts";
import type { FileSet } from "./file-set.ts";
import { bySetTime, makeSet, setIdOf } from "./make-set.ts";

/**
 * Groups checked files into sets 送信単位 by sender, receiver and set time, in the order of the set times.
 * Files whose name is not of the standard belong to no set: they are left out here, and their own finding says why.
 */
export function groupIntoSets(files: readonly CheckedFile[]): readonly FileSet[] {
  const groups = new Map<string, { readonly name: FileName; readonly files: CheckedFile[] }>();
  for (const file of files) {
    if (file.fileName === undefined) continue;
    const id = setIdOf(file.fileName);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { name: file.fileName, files: [file] });
    else group.files.push(file);
  }
  const sets = Array.from(groups.values(), (group) => makeSet(group.name, group.files));
  sets.sort(bySetTime);
  const across = new AcrossSets();
  for (const set of sets) across.add(set);
  const between = across.end();
  return sets.map((set) => ({
    ...set,
    findings: [...set.findings, ...(between.get(set.id) ?? [])],
  }));
}
