import { createCaller } from "@tsunagi/contract";
import { exchangeRoutes } from "@tsunagi/contract/exchange";

/** The token of the session; set by `App` alone. */
let token: string | undefined;

export function callWith(next: string | undefined): void {
  token = next;
}

/** The centre, through the same address that serves this page. */
export const centre = createCaller(exchangeRoutes, {
  baseUrl: "",
  fetch: (url, init) => fetch(url, init),
  token: () => token,
});

/** What the page calls the other side when it does not answer. */
export const theCentre = "センター";
