import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { dayAfter, dayInTokyo, lastDayOfYear, monthAfter } from "./days.ts";
import { deductionMonths, feeYen } from "./handlers.ts";

interface Ending {
  readonly office: string;
  readonly from: string;
  readonly until: string;
  readonly applicationNumber: string;
}

/**
 * Adds the next year to every licence (ライセンス) with automatic renewal that has ended or ends today. Done at start
 * and daily; until it is done such a licence is in force all the same.
 *
 * @returns how many years were added
 */
export async function renewLicences({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): Promise<number> {
  const today = dayInTokyo(clock());
  let renewed = 0;
  for (;;) {
    const ending = await findEnding(sql, today);
    for (const licence of ending) await addYear(sql, licence, clock());
    renewed += ending.length;
    if (ending.length === 0) return renewed;
  }
}

function findEnding(sql: Sql, today: string): Promise<Ending[]> {
  return sql<Ending[]>`
    select office, valid_from as "from", valid_until as "until", application_number as "applicationNumber"
    from licences l
    where automatic_renewal and valid_until <= ${today}
      and not exists (
        select 1 from licences n where n.office = l.office and n.valid_from > l.valid_from
      )
    limit 500`;
}

async function addYear(sql: Sql, { office, until, ...of }: Ending, now: Date): Promise<void> {
  const from = dayAfter(until, 1);
  await sql.begin(async (transaction) => {
    const added = await transaction`
      insert into licences (office, valid_from, valid_until, application_number, applied_at, fee_yen,
                            deduction_month, automatic_renewal, terms_edition)
      select office, ${from}, ${lastDayOfYear(from)}, application_number, applied_at, ${feeYen}::integer,
             ${monthAfter(from, deductionMonths)}, true, terms_edition
      from licences where office = ${office} and valid_from = ${of.from}
      on conflict do nothing`;
    if (added.count === 0) return;
    await recordAct(transaction, {
      at: now,
      act: "licence-renewed",
      office,
      subject: of.applicationNumber,
    });
  });
}
