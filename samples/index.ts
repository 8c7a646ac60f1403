export { planner, provider } from "./offices.ts";
export type { SampleFile } from "./sample-file.ts";
export { monthFiles } from "./sample-files.ts";
