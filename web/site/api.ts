import { createCaller } from "@tsunagi/contract";
import { exchangeRoutes } from "@tsunagi/contract/exchange";

/** The centre, through the same address that serves this page. */
export const centre = createCaller(exchangeRoutes, {
  baseUrl: "",
  fetch: (url, init) => fetch(url, init),
});

/** What the page calls the other side when it does not answer. */
export const theCentre = "センター";
