import type { corporationRoutes } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Handlers } from "../server/handlers.ts";
import { corporationSessionHandlers } from "./corporation-sessions.ts";
import { seeOffices, sumDeductions } from "./offices-seen.ts";

export function corporationHandlers(
  context: Pick<Context, "sql" | "clock" | "limits">,
): Handlers<typeof corporationRoutes> {
  return {
    ...corporationSessionHandlers(context),
    async corporationOffices({ caller: { corporation } }) {
      const offices = await seeOffices(context, corporation.number);
      const deductions = await sumDeductions(context, corporation.number);
      return { corporation, offices, deductions };
    },
  };
}
