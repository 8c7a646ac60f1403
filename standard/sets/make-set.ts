import type { CheckedFile } from "../check/checked-file.ts";
import type { FileName } from "../naming/file-name.ts";
import { checkSet } from "./check-set.ts";
import type { FileSet } from "./file-set.ts";

/** What files of the same set share: the same sender, receiver and set time. */
export function setIdOf({ sender, receiver, time }: FileName): string {
  return [sender.office, sender.serviceType, receiver.office, receiver.serviceType, time].join("_");
}

/**
 * The set of files that share a name's sender, receiver and set time.
 * @param name of any of them
 */
export function makeSet(name: FileName, files: readonly CheckedFile[]): FileSet {
  const { sender, receiver, time } = name;
  return { id: setIdOf(name), sender, receiver, time, files, ...checkSet(files) };
}

/** The order in which receivers process sets. */
export function bySetTime(
  a: Pick<FileSet, "time" | "id">,
  b: Pick<FileSet, "time" | "id">,
): number {
  return compare(a.time, b.time) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
