import { readFileName } from "../naming/read-file-name.ts";
import type { Accept, MendingList } from "./mending.ts";

/** The name a file should have: its own where nothing about it can be mended. */
export function mendName(name: string, accept: Accept, mendings: MendingList): string {
  const { faults } = readFileName(name);
  const likely = faults.find(({ mend }) => mend?.certain === false);
  const isAccepted = likely?.mend !== undefined && accept(likely.mend, { file: name, from: name });
  const chosen = isAccepted ? likely : faults.find(({ mend }) => mend?.certain);
  const to = chosen?.mend?.value;
  if (chosen === undefined || to === undefined) return name;
  mendings.add({ rule: chosen.rule, from: name, to, message: `名前を「${to}」に直しました。` });
  return to;
}
