export { planner, provider } from "./offices.ts";
export {
  defaultRegion,
  RegionError,
  type RegionOptions,
  regionLimits,
} from "./region/options.ts";
export { region } from "./region/region.ts";
export { regionSets } from "./region/region-sets.ts";
export { type RegionSize, writeRegion } from "./region/write-region.ts";
export type { SampleFile } from "./sample-file.ts";
export { monthFiles } from "./sample-files.ts";
export { practiceServiceCodes } from "./service-codes.ts";
