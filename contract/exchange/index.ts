import { accountRoutes } from "./accounts.ts";
import { certificateLogRoutes } from "./certificate-log.ts";
import { certificateRoutes } from "./certificates.ts";
import { corporationRoutes } from "./corporations.ts";
import { directoryRoutes } from "./directory.ts";
import { downloadRoutes } from "./downloads.ts";
import { inquiryRoutes } from "./inquiries.ts";
import { invitationRoutes } from "./invitations.ts";
import { keepingRoutes } from "./keeping.ts";
import { licenceRoutes } from "./licences.ts";
import { mailboxRoutes } from "./mailbox.ts";
import { memberRoutes } from "./members.ts";
import { newsRoutes } from "./news.ts";
import { personRoutes } from "./persons.ts";
import { recoveryRoutes } from "./recoveries.ts";
import { secondFactorRoutes } from "./second-factor.ts";
import { sessionRoutes } from "./sessions.ts";
import { softwareRoutes } from "./software.ts";
import { systemRoutes } from "./system.ts";

export * from "./accounts.ts";
export * from "./certificate-log.ts";
export * from "./certificates.ts";
export * from "./corporations.ts";
export * from "./directory.ts";
export * from "./downloads.ts";
export * from "./inquiries.ts";
export * from "./invitations.ts";
export * from "./keeping.ts";
export * from "./licences.ts";
export * from "./mailbox.ts";
export * from "./members.ts";
export * from "./news.ts";
export * from "./persons.ts";
export * from "./recoveries.ts";
export * from "./second-factor.ts";
export * from "./sessions.ts";
export * from "./software.ts";
export * from "./system.ts";

/** Every route of the exchange, by the name the typed client calls it with. */
export const exchangeRoutes = {
  ...accountRoutes,
  ...personRoutes,
  ...invitationRoutes,
  ...recoveryRoutes,
  ...sessionRoutes,
  ...secondFactorRoutes,
  ...licenceRoutes,
  ...corporationRoutes,
  ...certificateRoutes,
  ...certificateLogRoutes,
  ...directoryRoutes,
  ...mailboxRoutes,
  ...keepingRoutes,
  ...downloadRoutes,
  ...softwareRoutes,
  ...memberRoutes,
  ...inquiryRoutes,
  ...newsRoutes,
  ...systemRoutes,
};
export type ExchangeRoutes = typeof exchangeRoutes;
