import type { CorporationSession, OfficeSession } from "@tsunagi/contract/exchange";
import { createContext, useCallback, useContext } from "react";
import { type Action, useAction } from "../parts/state/use-action.ts";
import { type Loaded, useResource } from "../parts/state/use-resource.ts";
import { codeOf } from "../parts/words/sentence-of.ts";

/** Who is logged in: an office's account, or a corporation's. */
export type PortalSession = OfficeSession | CorporationSession;

export interface Portal<Session extends PortalSession = PortalSession> {
  readonly session: Session;
  readonly enter: (session: PortalSession) => void;
  /** Ends the session on this side; `why` is told at the login. */
  readonly leave: (why: "logged-out" | "expired" | "new-password") => void;
}

export const PortalContext = createContext<Portal | undefined>(undefined);

/** The portal, whoever is logged in. */
export function useLogin(): Portal {
  const portal = useContext(PortalContext);
  if (portal === undefined) throw new Error("used outside of the portal");
  return portal;
}

/** The portal of an office. */
export function usePortal(): Portal<OfficeSession> {
  const { session, ...portal } = useLogin();
  if ("corporation" in session) throw new Error("used by a corporation");
  return { session, ...portal };
}

/** The portal of a corporation. */
export function useCorporation(): Portal<CorporationSession> {
  const { session, ...portal } = useLogin();
  if ("office" in session) throw new Error("used by an office");
  return { session, ...portal };
}

/** As `useAction`; a session that has ended leads back to the login. */
export function usePortalAction<A extends readonly unknown[]>(
  work: (...args: A) => Promise<void>,
): Action<A> {
  const watch = useSessionWatch();
  return useAction(work, watch);
}

/** As `useResource`; a session that has ended leads back to the login. */
export function usePortalResource<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const watch = useSessionWatch();
  return useResource(load, watch);
}

/** Leads back to the login where a failure says that the session has ended. */
export function useSessionWatch(): (error: unknown) => void {
  const { leave, enter, session } = useLogin();
  return useCallback(
    (error) => {
      const code = codeOf(error);
      if (code === "session-expired" || code === "session-missing") leave("expired");
      if (code === "password-change-required") enter({ ...session, passwordChangeRequired: true });
    },
    [leave, enter, session],
  );
}
