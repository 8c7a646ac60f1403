import { recordAct } from "../audit/record.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { CenterError } from "../errors.ts";

/** 利用料: yen a year, tax included, where no campaign sets another. */
const usualFeeYen = 21_000;
/** The fee is deducted from what is paid in the second month after the application (the terms, article 4). */
export const deductionMonths = 2;

/** キャンペーン: sets the fee of what is applied for or renewed on these days, both included. */
export interface Campaign {
  readonly from: string;
  readonly until: string;
  readonly feeYen: number;
}

/** The fee of a year that is applied for, or renews itself, on that day: the lowest of the campaigns under way. */
export async function feeOn(sql: Sql | Transaction, day: string): Promise<number> {
  const [row] = await sql<[{ fee: number | null }]>`
    select min(fee_yen) as fee from campaigns where ${day}::date between first_day and last_day`;
  return row.fee ?? usualFeeYen;
}

/** @throws CenterError `input-invalid` where it would end before it begins */
export async function addCampaign(
  sql: Sql,
  { from, until, feeYen, at }: Campaign & { readonly at: Date },
): Promise<number> {
  if (until < from) throw new CenterError("input-invalid", "--until が --from より前です");
  return sql.begin(async (transaction) => {
    const [{ id }] = await transaction<[{ id: number }]>`
      insert into campaigns (first_day, last_day, fee_yen) values (${from}, ${until}, ${feeYen})
      returning id`;
    await recordAct(transaction, { at, act: "campaign-added", subject: String(id) });
    return id;
  });
}

/** Every campaign, the latest first. */
export async function listCampaigns(sql: Sql): Promise<(Campaign & { readonly id: number })[]> {
  return sql`
    select id, first_day as "from", last_day as "until", fee_yen as "feeYen"
    from campaigns order by first_day desc, id desc`;
}
