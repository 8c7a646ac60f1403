import type {
  accountRoutes,
  invitationRoutes,
  personRoutes,
  recoveryRoutes,
  secondFactorRoutes,
  sessionRoutes,
} from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Handlers } from "../server/handlers.ts";
import { deskSessionHandlers } from "./desk-sessions.ts";
import { officeSessionHandlers } from "./office-sessions.ts";
import { openSessionHandlers } from "./open-sessions.ts";
import { personLoginHandlers } from "./person-logins.ts";
import { personHandlers } from "./persons.ts";
import { recoveryHandlers } from "./recovery/handlers.ts";
import { invitationHandlers } from "./recovery/invitations.ts";
import { secondFactorHandlers } from "./second-factor/handlers.ts";

export function accountHandlers(
  context: Context,
): Handlers<
  typeof accountRoutes &
    typeof invitationRoutes &
    typeof personRoutes &
    typeof recoveryRoutes &
    typeof secondFactorRoutes &
    typeof sessionRoutes
> {
  return {
    ...officeSessionHandlers(context),
    ...personHandlers(context),
    ...personLoginHandlers(context),
    ...deskSessionHandlers(context),
    ...recoveryHandlers(context),
    ...invitationHandlers(context),
    ...openSessionHandlers(context),
    ...secondFactorHandlers(context),
  };
}
