import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes, personRoutes } from "@tsunagi/contract/exchange";
import { createContext, useCallback, useContext } from "react";
import { type Action, useAction } from "../state/use-action.ts";
import { type Loaded, useResource } from "../state/use-resource.ts";

/** Who keeps the persons of an office (個人ユーザ) here: the office's account at the portal, a 管理者 at the desk. */
export interface Keeper {
  readonly calls: Pick<Caller<ExchangeRoutes>, keyof typeof personRoutes>;
  /** What the page calls the other side when it does not answer. */
  readonly otherSide: string;
  /** What the page calls a person. */
  readonly noun: "個人ユーザ" | "職員";
  /** The ID of the person at the keyboard; undefined for the office's account. */
  readonly self: string | undefined;
  /** Hears of every failure: where a login has ended, it leads back to the login. */
  readonly onError: (error: unknown) => void;
}

export const KeeperContext = createContext<Keeper | undefined>(undefined);

export function useKeeper(): Keeper {
  const keeper = useContext(KeeperContext);
  if (keeper === undefined) throw new Error("used where nobody keeps persons");
  return keeper;
}

/** As `useAction`; the keeper hears of failures. */
export function useKeeperAction<A extends readonly unknown[]>(
  work: (...args: A) => Promise<void>,
): Action<A> {
  return useAction(work, useKeeper().onError);
}

/** The persons, and whether they can be invited by mail. */
export type Staff = Awaited<ReturnType<Keeper["calls"]["listPersons"]>>;

export function useStaff(): Loaded<Staff> {
  const { calls, onError } = useKeeper();
  const load = useCallback(
    (signal: AbortSignal) => calls.listPersons(undefined, { signal }),
    [calls],
  );
  return useResource(load, onError);
}
