import { accountRoutes } from "./accounts.ts";
import { certificateLogRoutes } from "./certificate-log.ts";
import { certificateRoutes } from "./certificates.ts";
import { directoryRoutes } from "./directory.ts";
import { keepingRoutes } from "./keeping.ts";
import { licenceRoutes } from "./licences.ts";
import { mailboxRoutes } from "./mailbox.ts";
import { systemRoutes } from "./system.ts";

export * from "./accounts.ts";
export * from "./certificate-log.ts";
export * from "./certificates.ts";
export * from "./directory.ts";
export * from "./keeping.ts";
export * from "./licences.ts";
export * from "./mailbox.ts";
export * from "./system.ts";

/** Every route of the exchange, by the name the typed client calls it with. */
export const exchangeRoutes = {
  ...accountRoutes,
  ...licenceRoutes,
  ...certificateRoutes,
  ...certificateLogRoutes,
  ...directoryRoutes,
  ...mailboxRoutes,
  ...keepingRoutes,
  ...systemRoutes,
};
export type ExchangeRoutes = typeof exchangeRoutes;
