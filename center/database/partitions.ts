import type { Sql, Transaction } from "./pool.ts";

/** The tables that lie in tables of a span of time each; a row of no such span lies in the one called `_other`. */
type Parent = "message_chunks" | "messages";

/** The table of one span, named after its first day (UTC). */
export interface SpanTable {
  readonly parent: Parent;
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

interface Division {
  /** The beginning of the span that so many spans lie after that of the moment. */
  readonly beginning: (moment: Date, spans: number) => Date;
  /** The least value of the dividing column at this moment. */
  readonly bound: (moment: Date) => string;
  /** Spans around today's for which there is a table. */
  readonly around: { readonly before: number; readonly ahead: number };
  /** Storage parameters of its tables. */
  readonly settings?: string;
}

/** Rows are written once and go with their table: to vacuum because many came in reads all bytes again for nothing. */
const writtenOnce =
  "autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_insert_threshold = -1";

const divisions: Readonly<Record<Parent, Division>> = {
  /** Sealed bytes by the day they were stored on. */
  message_chunks: {
    beginning: (moment, days) =>
      new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate() + days)),
    bound: (moment) => moment.toISOString(),
    around: { before: 0, ahead: 7 },
    settings: writtenOnce,
  },
  /** What is known of messages by the quarter in which their ids were made: some leave their office late. */
  messages: {
    beginning: (moment, quarters) =>
      new Date(
        Date.UTC(moment.getUTCFullYear(), (Math.floor(moment.getUTCMonth() / 3) + quarters) * 3),
      ),
    bound: leastId,
    around: { before: 1, ahead: 1 },
  },
};

/**
 * Makes the tables of the spans around `today` that are missing. What was stored for such a span before its table stood
 * is moved from the table that takes all others.
 */
export async function makePartitions(sql: Sql, today: Date): Promise<void> {
  for (const parent of Object.keys(divisions) as Parent[]) {
    const { before, ahead } = divisions[parent].around;
    for (let spans = -before; spans <= ahead; spans += 1) {
      await makePartition(sql, spanTable(parent, today, spans));
    }
  }
}

/** The tables there are of spans that have ended by `moment`, oldest first. */
export async function tablesBefore(sql: Sql, parent: Parent, moment: Date): Promise<SpanTable[]> {
  const rows = await sql<{ day: string }[]>`
    select substring(c.relname from '[0-9]{8}$') as day
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${parent}::regclass and c.relname ~ '_[0-9]{8}$'
    order by day`;
  return rows
    .map(({ day }) => {
      const [, ...parts] = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(day) ?? [];
      return spanTable(parent, new Date(`${parts.join("-")}T00:00:00.000Z`), 0);
    })
    .filter(({ until }) => until.getTime() <= moment.getTime());
}

/**
 * Drops the table of a span. Writers wait no longer than it takes to drop it: when it cannot be had at once because
 * something long is under way, it is left for the next time.
 *
 * @returns whether it was dropped
 */
export async function dropTable(sql: Sql, { parent, name }: SpanTable): Promise<boolean> {
  try {
    await sql.begin(async (transaction) => {
      await transaction`set local lock_timeout = '200ms'`;
      await transaction.unsafe(`alter table ${parent} detach partition ${name}`);
      await transaction.unsafe(`drop table ${name}`);
    });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "55P03") return false;
    throw error;
  }
}

async function makePartition(sql: Sql, { parent, name, from, until }: SpanTable): Promise<void> {
  if (await exists(sql, name)) return;
  const { bound, settings } = divisions[parent];
  const [least, end] = [bound(from), bound(until)];
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(7469, 4)`;
    if (await exists(transaction, name)) return;
    const [{ key, columns }] = await transaction<[{ key: string; columns: string }]>`
      select max(attname) filter (where attnum = any(p.partattrs)) as key,
             string_agg(quote_ident(attname), ', ' order by attnum) filter (where attgenerated = '') as columns
      from pg_partitioned_table p
      join pg_attribute a on a.attrelid = p.partrelid and attnum > 0 and not attisdropped
      where p.partrelid = ${parent}::regclass`;
    await transaction.unsafe(`
      create table ${name} (like ${parent} including all) ${settings ? `with (${settings})` : ""};
      lock table ${parent}_other in access exclusive mode;
      with moved as (
        delete from ${parent}_other where ${key} >= '${least}' and ${key} < '${end}' returning *
      )
      insert into ${name} (${columns}) select ${columns} from moved;
      alter table ${parent} attach partition ${name} for values from ('${least}') to ('${end}');
    `);
  });
}

async function exists(sql: Sql | Transaction, name: string): Promise<boolean> {
  const [row] = await sql<[{ found: boolean }]>`select to_regclass(${name}) is not null as found`;
  return row.found;
}

function spanTable(parent: Parent, moment: Date, spans: number): SpanTable {
  const { beginning } = divisions[parent];
  const from = beginning(moment, spans);
  return {
    parent,
    name: `${parent}_${from.toISOString().slice(0, 10).replaceAll("-", "")}`,
    from,
    until: beginning(from, 1),
  };
}

/** Of the ids that are made from this moment on (UUIDv7, RFC 9562: they begin with the milliseconds since 1970). */
function leastId(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
