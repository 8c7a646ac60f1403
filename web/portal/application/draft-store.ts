import type { TabStorage } from "../session/session-store.ts";
import { type Draft, emptyDraft } from "./draft.ts";

/** What was typed for this office before a reload; of another shape than a draft it counts as nothing. */
export function storedDraft(store: TabStorage, officeNumber: string): Draft {
  try {
    const value = JSON.parse(store.getItem(keyOf(officeNumber)) ?? "{}") as Record<string, unknown>;
    const entries = Object.keys(emptyDraft).map((name) => {
      const typed = value[name];
      return [name, typeof typed === "string" ? typed : ""];
    });
    return Object.fromEntries(entries) as Draft;
  } catch {
    return emptyDraft;
  }
}

export function storeDraft(store: TabStorage, officeNumber: string, draft: Draft): void {
  store.setItem(keyOf(officeNumber), JSON.stringify(draft));
}

export function forgetDraft(store: TabStorage, officeNumber: string): void {
  store.removeItem(keyOf(officeNumber));
}

function keyOf(officeNumber: string): string {
  return `tsunagi-application-${officeNumber}`;
}
