import type { HelpDesk } from "@tsunagi/contract/exchange";
import { keepSetting, readSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";

/** How the help desk is reached, as the centre said last: it is needed most when the centre cannot be asked. */
export function knownHelpDesk(store: Store): HelpDesk | undefined {
  const json = readSetting(store, "helpDesk");
  // Written by `keepHelpDesk` alone.
  return json === undefined ? undefined : (JSON.parse(json) as HelpDesk);
}

export function keepHelpDesk(store: Store, helpDesk: HelpDesk): void {
  keepSetting(store, "helpDesk", JSON.stringify(helpDesk));
}
