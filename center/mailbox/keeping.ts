import type { Keeping, keepingRoutes } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Handlers } from "../server/handlers.ts";

/** An office sees and sets how long what it received is kept; `forgetOld` holds to it. */
export function keepingHandlers({
  sql,
  clock,
  limits,
}: Pick<Context, "sql" | "clock" | "limits">): Handlers<typeof keepingRoutes> {
  return {
    async keeping({ caller }) {
      const [row] = await sql<[{ chosen: number | null }]>`
        select keep_days as chosen from offices where number = ${caller.office.number}`;
      return keepingFrom(row.chosen);
    },

    async chooseKeeping({ body: { days }, caller }) {
      const office = caller.office.number;
      await sql.begin(async (transaction) => {
        await transaction`update offices set keep_days = ${days} where number = ${office}`;
        const subject = days === null ? "usual" : String(days);
        await recordAct(transaction, { at: clock(), act: "keeping-chosen", office, subject });
      });
      return keepingFrom(days);
    },
  };

  function keepingFrom(chosen: number | null): Keeping {
    return { days: chosen ?? limits.keepDays, chosen, usual: limits.keepDays };
  }
}
