import { type FileKind, fileKinds } from "../layout/layouts.ts";

const longestFirst: readonly FileKind[] = [...fileKinds].sort((a, b) => b.length - a.length);

/** The kind a name begins with, the longest that fits (`UPKIHON_SUB1_…` is not UPKIHON); undefined when there is none. */
export function kindInName(name: string): FileKind | undefined {
  return longestFirst.find((kind) => name.startsWith(`${kind}_`));
}
