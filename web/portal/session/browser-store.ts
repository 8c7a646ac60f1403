/** The part of the browser's storage that is needed; it outlives the tab. */
export type LastingStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What shows the centre that this browser is remembered for an office, so that no code is asked for. */
export function rememberedBrowser(store: LastingStorage, officeId: string): string | undefined {
  return store.getItem(keyOf(officeId)) ?? undefined;
}

export function storeBrowser(store: LastingStorage, officeId: string, browser: string): void {
  store.setItem(keyOf(officeId), browser);
}

export function forgetBrowser(store: LastingStorage, officeId: string): void {
  store.removeItem(keyOf(officeId));
}

function keyOf(officeId: string): string {
  return `tsunagi-browser-${officeId}`;
}
