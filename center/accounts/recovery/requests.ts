import type { Sql } from "../../database/pool.ts";
import { addressOf } from "./address.ts";

/** An office that asked for its ID or password, and cannot be told by e-mail. */
export interface LetterRequest {
  readonly number: string;
  readonly officeId: string;
  readonly name: string;
  readonly telephone: string | null;
  /** The first time it asked. */
  readonly askedAt: Date;
}

/** Who waits for a letter, from the oldest. One ends with `reissueOffice`. */
export async function listLetterRequests(sql: Sql): Promise<LetterRequest[]> {
  return sql<LetterRequest[]>`
    select o.number, a.office_id as "officeId", o.name, o.telephone, min(r.asked_at) as "askedAt"
    from recoveries r join offices o on o.number = r.office
    join office_accounts a on a.office = r.office
    cross join lateral (${addressOf(sql)}) as address
    where r.mailed_at is null and r.done_at is null and r.person is null and address.email is null
    group by o.number, a.office_id, o.name, o.telephone order by min(r.asked_at), o.number`;
}
