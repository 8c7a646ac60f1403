import type { DeskState } from "@tsunagi/contract/desk";
import { createContext, useCallback, useContext } from "react";
import { type Action, useAction } from "../parts/state/use-action.ts";
import { codeOf } from "../parts/words/sentence-of.ts";
import type { Changed } from "./live.ts";

/** The desk after both logins. */
export type ReadyState = Extract<DeskState, { phase: "ready" }>;

export interface Desk {
  /** Puts in the state that a call has answered. */
  readonly enter: (state: DeskState) => void;
  /** Asks for the state again, e.g. because the session has ended. */
  readonly reloadState: () => void;
  /** Calls back when something changed, until the returned function is called. */
  readonly onChanged: (listener: (what: Changed) => void) => () => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error("used outside of the desk");
  return desk;
}

/** As `useAction`; when the session has ended meanwhile, the desk goes back to its login. */
export function useDeskAction<A extends readonly unknown[]>(
  work: (...args: A) => Promise<void>,
): Action<A> {
  return useAction(work, useSessionWatch());
}

/** Leads back to the login where a failure says that the session, or the role, has ended meanwhile. */
export function useSessionWatch(): (error: unknown) => void {
  const { reloadState } = useDesk();
  return useCallback(
    (error) => {
      if (endings.has(codeOf(error) ?? "")) reloadState();
    },
    [reloadState],
  );
}

const endings = new Set(["login-needed", "not-enrolled", "session-expired", "administrator-only"]);
