import type { Sql, Transaction } from "./pool.ts";

/** How many months ahead there is a table. */
const monthsAhead = 2;

/**
 * Makes the tables of the sealed bytes for the month of `today` (UTC) and those after it. What was stored for such
 * a month before its table stood is moved from the table that takes all others.
 */
export async function makePartitions(sql: Sql, today: Date): Promise<void> {
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
    await makePartition(sql, monthAfter(today, ahead), monthAfter(today, ahead + 1));
  }
}

async function makePartition(sql: Sql, from: Date, until: Date): Promise<void> {
  const month = from.toISOString().slice(0, 7);
  const name = `message_chunks_${month.replace("-", "_")}`;
  const bounds = `for values from ('${from.toISOString()}') to ('${until.toISOString()}')`;
  if (await exists(sql, name)) return;
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(7469, 4)`;
    if (await exists(transaction, name)) return;
    await transaction.unsafe(`
      create table ${name} (like message_chunks including all);
      lock table message_chunks_other in access exclusive mode;
      with moved as (
        delete from message_chunks_other
        where stored_at >= '${from.toISOString()}' and stored_at < '${until.toISOString()}'
        returning *
      )
      insert into ${name} select * from moved;
      alter table message_chunks attach partition ${name} ${bounds};
    `);
  });
}

async function exists(sql: Sql | Transaction, name: string): Promise<boolean> {
  const [row] = await sql<[{ found: boolean }]>`select to_regclass(${name}) is not null as found`;
  return row.found;
}

function monthAfter(day: Date, months: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
}
