import type { softwareRoutes } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Handlers } from "../server/handlers.ts";
import { listCareSoftware } from "./care-software.ts";

/** 介護ソフト一覧 */
export function softwareHandlers({ sql }: Pick<Context, "sql">): Handlers<typeof softwareRoutes> {
  return {
    async careSoftware() {
      return { software: await listCareSoftware(sql) };
    },
  };
}
