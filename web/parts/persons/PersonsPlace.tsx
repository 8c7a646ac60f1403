import type { ReactNode } from "react";
import type { Place } from "../state/hash-route.ts";
import { NewPersonPage } from "./NewPersonPage.tsx";
import { PersonPage } from "./PersonPage.tsx";
import { PersonsPage } from "./PersonsPage.tsx";

/** The persons of an office: all of them, a new one, or one. Stands within a `KeeperContext`. */
export function PersonsPlace({ place }: { readonly place: Place }): ReactNode {
  const [which] = place;
  if (which === undefined) return <PersonsPage />;
  if (which === "new") return <NewPersonPage />;
  return <PersonPage key={which} personId={which} />;
}
