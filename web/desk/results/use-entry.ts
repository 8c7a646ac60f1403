import {
  beginDraft,
  differencesFromPlan,
  followPlan,
  isOtherPlan,
  type ResultsDraft,
  type ResultsRoute,
  readResultsDraft,
  routeKeyOf,
  type ServedUser,
  userKeyOf,
} from "@tsunagi/standard";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { type Loaded, useResource } from "../../parts/state/use-resource.ts";
import { desk } from "../api.ts";
import { useDesk } from "../desk-context.ts";
import { type DraftKeeper, type KeptDrafts, openDrafts } from "../drafts/draft-keeper.ts";

/** A care user of a route with the results as they stand: those that were kept, or as planned. */
export interface EntryUser {
  readonly key: string;
  readonly user: ServedUser;
  readonly name: string;
  readonly draft: ResultsDraft;
  readonly sent: ResultsDraft | null;
  /** Whether they were sent as they stand. */
  readonly isSent: boolean;
  /** Days that differ from the plan. */
  readonly differences: number;
  /** Whether a newer plan than the one the draft was begun from has come, which says something else. */
  readonly planIsNewer: boolean;
}

export interface Entry {
  readonly users: readonly EntryUser[];
  readonly saving: KeptDrafts<ResultsDraft>["saving"];
  readonly error: unknown;
  /** Drafts of care users whose plan was taken back. */
  readonly withoutPlan: number;
  readonly change: (changes: ReadonlyMap<string, ResultsDraft>) => void;
  /** Puts a care user's draft onto the newest plan. */
  readonly follow: (user: EntryUser) => void;
  readonly keeper: DraftKeeper<ResultsDraft>;
}

/** Opens the drafts of a route; once for as long as the page stands. */
export function useKeeper(route: ResultsRoute): Loaded<DraftKeeper<ResultsDraft>> {
  const { onChanged } = useDesk();
  const { month } = route;
  const key = routeKeyOf(route);
  const open = useCallback(
    () => openDrafts({ kind: "results", month, route: key, api: desk, read: readResultsDraft }),
    [month, key],
  );
  const opened = useResource(open);

  const keeper = opened.resource.state === "ready" ? opened.resource.value : undefined;
  useEffect(() => {
    if (keeper === undefined) return undefined;
    return onChanged((what) => {
      // The page's own saves are told too; while one is under way there is nothing to ask for.
      if (what === "drafts" && keeper.current().saving === "saved") void keeper.reload();
    });
  }, [keeper, onChanged]);
  return opened;
}

/** The care users of a route as they stand now. */
export function useEntry(route: ResultsRoute, keeper: DraftKeeper<ResultsDraft>): Entry {
  const kept = useSyncExternalStore(keeper.subscribe, keeper.current);
  const users = useMemo(
    () => route.users.map((user) => entryUser(user, route, kept)),
    [route, kept],
  );
  const planned = new Set(users.map(({ key }) => key));
  useWarningUntil(kept.saving === "saved");
  return {
    users,
    saving: kept.saving,
    error: kept.error,
    withoutPlan: [...kept.drafts.keys()].filter((key) => !planned.has(key)).length,
    change: keeper.change,
    follow: ({ key, user, draft }) => {
      keeper.change(new Map([[key, followPlan(draft, user, route.month)]]));
    },
    keeper,
  };
}

/** Has the browser ask before the window closes, as long as something is not on disk. */
function useWarningUntil(saved: boolean): void {
  useEffect(() => {
    if (saved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [saved]);
}

function entryUser(
  user: ServedUser,
  { month, manager }: ResultsRoute,
  { drafts }: KeptDrafts<ResultsDraft>,
): EntryUser {
  const key = userKeyOf(user);
  const known = drafts.get(key);
  const draft = known?.content ?? beginDraft(user, month, manager.office);
  return {
    key,
    user,
    name: user.name ?? `被保険者番号 ${user.insuredNumber}`,
    draft,
    sent: known?.sent ?? null,
    isSent: known?.isSent ?? false,
    differences: differencesFromPlan(draft),
    planIsNewer: isOtherPlan(draft, user, month),
  };
}
