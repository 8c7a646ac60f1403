import { readFileName } from "../naming/read-file-name.ts";
import type { Accept, MendingList } from "./mending.ts";

/** The name a file should have: its own where nothing about it can be mended. */
export function mendName(name: string, accept: Accept, mendings: MendingList): string {
  const mends = readFileName(name).faults.flatMap(({ mend }) => mend ?? []);
  const likely = mends.find(({ certain }) => !certain);
  const chosen =
    likely !== undefined && accept(likely, { file: name, from: name })
      ? likely
      : mends.find(({ certain }) => certain);
  if (chosen?.value === undefined) return name;
  const message = `名前を「${chosen.value}」に直しました。`;
  mendings.add({ code: "file-name", from: name, to: chosen.value, message });
  return chosen.value;
}
