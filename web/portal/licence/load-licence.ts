import type { Licence } from "@tsunagi/contract/exchange";
import { centre } from "../api.ts";

/** The licence of the office, `null` before the application. */
export async function loadLicence(signal: AbortSignal): Promise<Licence | null> {
  return (await centre.licence(undefined, { signal })).licence;
}
