import type { HelpDesk, newsRoutes } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Handlers } from "../server/handlers.ts";
import { listNews } from "./news.ts";

/** お知らせ, and how the help desk is reached. */
export function newsHandlers(
  { sql }: Pick<Context, "sql">,
  helpDesk: HelpDesk,
): Handlers<typeof newsRoutes> {
  return {
    async news() {
      return { news: await listNews(sql), helpDesk };
    },
    async helpDesk() {
      return helpDesk;
    },
  };
}
