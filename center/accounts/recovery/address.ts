import type { Sql, Transaction } from "../../database/pool.ts";

/** Where mail to the office `o` goes: the address of its latest application (利用申請), else that of the register. */
export function addressOf(sql: Sql | Transaction): ReturnType<typeof sql> {
  return sql`
    select coalesce((
      select a.email from licences l join applications a on a.application_number = l.application_number
      where l.office = o.number order by l.applied_at desc limit 1
    ), o.email) as email`;
}
