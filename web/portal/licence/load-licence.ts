import type { Licence, LicenceOverview } from "@tsunagi/contract/exchange";
import { centre } from "../api.ts";

/** All that the office sees of its licence. */
export async function loadOverview(signal: AbortSignal): Promise<LicenceOverview> {
  return centre.licence(undefined, { signal });
}

/** The licence of the office, `null` before the application. */
export async function loadLicence(signal: AbortSignal): Promise<Licence | null> {
  return (await loadOverview(signal)).licence;
}
