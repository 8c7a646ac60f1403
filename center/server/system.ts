import type { systemRoutes } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import { isMigrated } from "../database/migrate.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "./handlers.ts";

export function systemHandlers({
  sql,
  clock,
  limits,
}: Pick<Context, "sql" | "clock" | "limits">): Handlers<typeof systemRoutes> {
  return {
    async limits() {
      return { ...limits };
    },

    async health() {
      await sql`select 1`;
      return { status: "ok", time: clock().toISOString() };
    },

    // A centre that is stopping is refused before, as every route is.
    async ready() {
      if (!(await isMigrated(sql))) {
        throw new Refusal("service-unavailable", { retryAfterSeconds: 5 });
      }
      return { status: "ready" };
    },
  };
}
