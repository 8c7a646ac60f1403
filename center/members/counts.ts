import type { MemberCounts } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import { isLicensed } from "../directory/standing.ts";

/** So long a count serves all who ask: it looks at every office there is. */
const keptMilliseconds = 60_000;

interface Cell {
  /** Null in the sums over all of them. */
  readonly prefecture: string | null;
  readonly serviceType: string | null;
  readonly offices: number;
}

/** Counts the offices that have joined, at most once a minute. An office of two service types counts once in its prefecture. */
export function makeMemberCounts({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): () => Promise<MemberCounts> {
  let kept: { readonly at: Date; readonly counts: Promise<MemberCounts> } | undefined;
  return () => {
    const at = clock();
    const age = kept === undefined ? Number.NaN : at.getTime() - kept.at.getTime();
    if (kept !== undefined && age >= 0 && age < keptMilliseconds) return kept.counts;
    const counts = count(at);
    kept = { at, counts };
    counts.catch(() => {
      kept = undefined;
    });
    return counts;
  };

  async function count(at: Date): Promise<MemberCounts> {
    const cells = await sql<Cell[]>`
      with joined as materialized (
        select o.number, o.prefecture, o.service_types from offices o
        where ${isLicensed(sql, sql`o.number`, sql`${at}::timestamptz`)}
      )
      select null as prefecture, null as "serviceType", count(*) as offices from joined
      union all
      select prefecture, null, count(*) from joined group by prefecture
      union all
      select case when grouping(prefecture) = 0 then prefecture end, type, count(*)
      from joined, unnest(service_types) as type
      group by grouping sets ((type), (prefecture, type))
      order by 1, 2`;
    return {
      at: at.toISOString(),
      offices:
        cells.find((cell) => cell.prefecture === null && cell.serviceType === null)?.offices ?? 0,
      prefectures: cells.flatMap(({ prefecture, serviceType, offices }) =>
        prefecture !== null && serviceType === null ? [{ prefecture, offices }] : [],
      ),
      serviceTypes: cells.flatMap(({ prefecture, serviceType, offices }) =>
        prefecture === null && serviceType !== null ? [{ serviceType, offices }] : [],
      ),
      cells: cells.flatMap(({ prefecture, serviceType, offices }) =>
        prefecture !== null && serviceType !== null ? [{ prefecture, serviceType, offices }] : [],
      ),
    };
  }
}
