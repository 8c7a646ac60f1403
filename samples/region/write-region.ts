import type { SampleFile } from "../sample-file.ts";
import type { RegionOptions } from "./options.ts";
import { region } from "./region.ts";

/** How much was written. */
export type RegionSize = { readonly files: number; readonly bytes: number };

/**
 * Gives each file of a region to `sink`, and the next one once it has been taken.
 * @throws RegionError when the options are of no region; whatever `sink` throws
 */
export async function writeRegion(
  options: Partial<RegionOptions>,
  sink: (file: SampleFile) => void | Promise<void>,
): Promise<RegionSize> {
  let [files, bytes] = [0, 0];
  for (const file of region(options)) {
    await sink(file);
    files += 1;
    bytes += file.bytes.length;
  }
  return { files, bytes };
}
