import type { Route } from "../route.ts";
import type { DeskErrorCode } from "./errors.ts";

type DeskRoute = Omit<Route<DeskErrorCode>, "auth" | "doors">;

/** Declares a route between the desk's page and the client on the same machine; the cookie is its login. */
export function defineDeskRoute<const R extends DeskRoute>(
  route: R,
): R & { readonly auth: "nobody"; readonly doors: readonly [] } {
  return { ...route, auth: "nobody", doors: [] };
}
