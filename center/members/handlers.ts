import type { Input } from "@tsunagi/contract";
import type { Member, memberRoutes } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { numberLike, searchable } from "../directory/searchable.ts";
import { isLicensed } from "../directory/standing.ts";
import { makeAdmission } from "../server/admission.ts";
import type { Handlers } from "../server/handlers.ts";
import { makeMemberCounts } from "./counts.ts";

const usualResults = 20;

/** A search by name reads every office, and anybody may ask: so few are looked for at a time, and so many wait. */
const searchesAtOnce = { requestsAtOnce: 2, officeRequestsAtOnce: 2, officeRequestsWaiting: 30 };

type Query = Input<typeof memberRoutes.members>["query"];

/** Who has joined, for everybody to see; and whether an office's name is among them. */
export function memberHandlers({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): Handlers<typeof memberRoutes> {
  const counts = makeMemberCounts({ sql, clock });
  const searches = makeAdmission(searchesAtOnce);
  return {
    async memberCounts() {
      return counts();
    },

    async members({ query }) {
      const limit = query.limit ?? usualResults;
      const leave = query.search === undefined ? undefined : await searches.enter("everybody");
      try {
        const found = await findMembers(query, limit + 1);
        return { offices: found.slice(0, limit), more: found.length > limit };
      } finally {
        leave?.();
      }
    },

    async listing({ caller }) {
      const [row] = await sql<[{ named: boolean }]>`
        select not unnamed as named from offices where number = ${caller.office.number}`;
      return { named: row.named };
    },

    async chooseListing({ body: { named }, caller }) {
      const office = caller.office.number;
      await sql.begin(async (transaction) => {
        await transaction`update offices set unnamed = ${!named} where number = ${office}`;
        const subject = named ? "named" : "unnamed";
        await recordAct(transaction, { at: clock(), act: "listing-chosen", office, subject });
      });
      return { named };
    },
  };

  async function findMembers(query: Query, most: number): Promise<Member[]> {
    const { prefecture = null, serviceType = null, after = null } = query;
    const wanted = query.search === undefined ? null : searchable(query.search);
    // strpos knows no wildcards: what was typed is looked for as it is.
    return sql<Member[]>`
      select o.number, o.name, o.prefecture, o.service_types as "serviceTypes" from offices o
      where not o.unnamed and ${isLicensed(sql, sql`o.number`, sql`${clock()}::timestamptz`)}
        and (${prefecture}::text is null or o.prefecture = ${prefecture})
        and (${serviceType}::text is null or ${serviceType} = any (o.service_types))
        and (${wanted}::text is null or o.number like ${numberLike(wanted ?? "")}
             or strpos(o.search_name, ${wanted}) > 0)
        and (${after}::text is null or o.number > ${after})
      order by o.number limit ${most}`;
  }
}
