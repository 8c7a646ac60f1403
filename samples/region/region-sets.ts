import { parseFileName } from "@tsunagi/standard";
import type { SampleFile } from "../sample-file.ts";
import type { RegionOptions } from "./options.ts";
import { region } from "./region.ts";

/**
 * The month of a region set by set 送信単位: the files that travel together. All of them are held.
 * @throws RegionError when the options are of no region
 */
export function regionSets(given: Partial<RegionOptions> = {}): readonly (readonly SampleFile[])[] {
  const sets = Map.groupBy(region(given), ({ name }) => {
    const { sender, receiver, time } = parseFileName(name);
    return JSON.stringify([time, sender, receiver]);
  });
  return [...sets.values()];
}
