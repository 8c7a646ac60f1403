import type { Sql, Transaction } from "./pool.ts";

/** How many days ahead there is a table. */
const daysAhead = 7;

const dayMilliseconds = 86_400_000;

/** The table of one day's sealed bytes (UTC). */
export interface DayTable {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Makes the tables of the sealed bytes for the day of `today` (UTC) and those after it. What was stored for such a day
 * before its table stood is moved from the table that takes all others.
 */
export async function makePartitions(sql: Sql, today: Date): Promise<void> {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    await makePartition(sql, dayTable(new Date(today.getTime() + ahead * dayMilliseconds)));
  }
}

/** The tables there are of days before `day`, oldest first. */
export async function tablesBefore(sql: Sql, day: Date): Promise<DayTable[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'message_chunks'::regclass and c.relname ~ '^message_chunks_[0-9]{8}$'
    order by c.relname`;
  return rows
    .map(({ name }) => dayTable(dayOf(name)))
    .filter(({ until }) => until.getTime() <= day.getTime());
}

/**
 * Drops the table of a day. Writers wait no longer than it takes to drop it: when it cannot be had at once because
 * something long is under way, it is left for the next time.
 *
 * @returns whether it was dropped
 */
export async function dropTable(sql: Sql, { name }: DayTable): Promise<boolean> {
  try {
    await sql.begin(async (transaction) => {
      await transaction`set local lock_timeout = '200ms'`;
      await transaction.unsafe(`alter table message_chunks detach partition ${name}`);
      await transaction.unsafe(`drop table ${name}`);
    });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "55P03") return false;
    throw error;
  }
}

async function makePartition(sql: Sql, { name, from, until }: DayTable): Promise<void> {
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

function dayTable(moment: Date): DayTable {
  const from = new Date(Math.floor(moment.getTime() / dayMilliseconds) * dayMilliseconds);
  const until = new Date(from.getTime() + dayMilliseconds);
  return {
    name: `message_chunks_${from.toISOString().slice(0, 10).replaceAll("-", "")}`,
    from,
    until,
  };
}

function dayOf(name: string): Date {
  const [, year, month, day] = /_([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T00:00:00.000Z`);
}
