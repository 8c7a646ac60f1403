import type { CorporationSession, OfficeSession } from "@tsunagi/contract/exchange";
import type { PortalSession } from "../portal-context.ts";

const key = "tsunagi-office-session";

/** The part of the browser's storage that is needed; it lives as long as the tab. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear">;

/**
 * The session, of an office or a corporation, that this tab holds. One that has run out, or that cannot be read, counts as
 * none and is removed.
 */
export function storedSession(store: TabStorage, now: Date): PortalSession | undefined {
  const text = store.getItem(key);
  if (text === null) return undefined;
  const session = parsed(text);
  if (session !== undefined && Date.parse(session.expiresAt) > now.getTime()) return session;
  store.removeItem(key);
  return undefined;
}

export function storeSession(store: TabStorage, session: PortalSession): void {
  store.setItem(key, JSON.stringify(session));
}

/** Forgets the session only, so that a draft survives a session that ran out. */
export function forgetSession(store: TabStorage): void {
  store.removeItem(key);
}

/** Forgets the session and all else that this tab has kept, a draft of the application included. */
export function forgetAll(store: TabStorage): void {
  store.clear();
}

function parsed(text: string): PortalSession | undefined {
  try {
    const value = JSON.parse(text) as Partial<OfficeSession & CorporationSession>;
    const who = value.office ?? value.corporation;
    const complete =
      typeof value.token === "string" &&
      typeof value.expiresAt === "string" &&
      typeof value.passwordChangeRequired === "boolean" &&
      typeof who?.number === "string" &&
      typeof who.name === "string";
    return complete ? (value as PortalSession) : undefined;
  } catch {
    return undefined;
  }
}
