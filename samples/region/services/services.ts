import { careServices } from "./care-services.ts";
import { preventiveServices } from "./preventive-services.ts";
import type { Service } from "./service.ts";

/** All services of a region. */
export const services: readonly Service[] = [...careServices, ...preventiveServices];

/** Of these a user has one at most: the later one gives way. */
export const alternatives: readonly (readonly string[])[] = [
  ["11", "76"],
  ["15", "72"],
  ["A6", "66"],
  ["21", "22"],
  ["14", "16"],
];
