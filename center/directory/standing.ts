import type { PendingQuery, Row } from "postgres";
import type { Sql } from "../database/pool.ts";
import { dayInTokyo } from "../licences/days.ts";

/** SQL: whether the office has a licence in force; one that renews itself goes on past its end. */
export function isLicensed(sql: Sql, office: PendingQuery<Row[]>, now: Date): PendingQuery<Row[]> {
  const today = dayInTokyo(now);
  return sql`
    exists (
      select 1 from licences l
      where l.office = ${office} and l.valid_from <= ${today}
        and (l.valid_until >= ${today} or l.automatic_renewal)
    )`;
}

/** SQL: whether the office holds a certificate that is valid now. */
export function isCertified(sql: Sql, office: PendingQuery<Row[]>, now: Date): PendingQuery<Row[]> {
  return sql`
    exists (
      select 1 from certificates c
      where c.office = ${office} and c.revoked_at is null and c.not_after > ${now}
    )`;
}
