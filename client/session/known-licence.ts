import type { LicenceStanding } from "@tsunagi/contract/exchange";
import { keepSetting, readSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";

/** How the office's licence (ライセンス) stood when the centre was last asked; undefined before the first time. */
export function knownLicence(store: Store): LicenceStanding | undefined {
  const json = readSetting(store, "licence");
  return json === undefined ? undefined : (JSON.parse(json) as LicenceStanding);
}

export function keepLicence(store: Store, licence: LicenceStanding): void {
  keepSetting(store, "licence", JSON.stringify(licence));
}
