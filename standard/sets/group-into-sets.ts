import type { CheckedFile } from "../check/checked-file.ts";
import type { FileName } from "../naming/file-name.ts";
import { checkSet } from "./check-set.ts";
import type { FileSet } from "./file-set.ts";

/**
 * Groups checked files into sets 送信単位 by sender, receiver and set time, in the order of the set times.
 * Files whose name is not of the standard belong to no set: they are left out here, and their own finding says why.
 */
export function groupIntoSets(files: readonly CheckedFile[]): readonly FileSet[] {
  const groups = new Map<string, { readonly name: FileName; readonly files: CheckedFile[] }>();
  for (const file of files) {
    if (file.fileName === undefined) continue;
    const id = idOf(file.fileName);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { name: file.fileName, files: [file] });
    else group.files.push(file);
  }
  return [...groups]
    .map(([id, group]): FileSet => {
      const { sender, receiver, time } = group.name;
      return { id, sender, receiver, time, files: group.files, ...checkSet(group.files) };
    })
    .sort((a, b) => compare(a.time, b.time) || compare(a.id, b.id));
}

function idOf({ sender, receiver, time }: FileName): string {
  return [sender.office, sender.serviceType, receiver.office, receiver.serviceType, time].join("_");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
