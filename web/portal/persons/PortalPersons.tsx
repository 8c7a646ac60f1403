import { type ReactNode, useMemo } from "react";
import { type Keeper, KeeperContext } from "../../parts/persons/keeper.ts";
import { PersonsPlace } from "../../parts/persons/PersonsPlace.tsx";
import type { Place } from "../../parts/state/hash-route.ts";
import { centre, theCentre } from "../api.ts";
import { useSessionWatch } from "../portal-context.ts";

/** 個人ユーザ, kept by the office's own account. */
export function PortalPersons({ place }: { readonly place: Place }): ReactNode {
  const onError = useSessionWatch();
  const keeper = useMemo<Keeper>(
    () => ({ calls: centre, otherSide: theCentre, noun: "個人ユーザ", self: undefined, onError }),
    [onError],
  );
  return (
    <KeeperContext value={keeper}>
      <PersonsPlace place={place} />
    </KeeperContext>
  );
}
