import type { Context } from "../context.ts";
import { dropTable, type SpanTable, tablesBefore } from "../database/partitions.ts";
import type { Sql } from "../database/pool.ts";
import { at } from "../failure-point.ts";

type Needs = Pick<Context, "sql" | "clock" | "limits">;

const dayMilliseconds = 86_400_000;
/** Messages that are moved, emptied or deleted at a time. */
const atOnce = 200;

/**
 * Forgets what has been kept long enough: sealed bytes some days after the message came to its end, what is known of a
 * message after some years. The bytes of a day go with their table; what is still wanted of that day is moved to
 * today's table before. What is known of messages goes with the table of its quarter.
 */
export async function forgetOld(context: Needs): Promise<void> {
  await dropDays(context);
  await emptyOneByOne(context);
  await dropQuarters(context);
}

/** Messages of offices that keep for a shorter time than others, and what lies in no table of a day. */
async function emptyOneByOne(context: Needs): Promise<void> {
  const { sql, clock, limits } = context;
  const now = clock();
  for (;;) {
    const emptied = await sql`
      with due as materialized (
        select m.id, m.stored_at from messages m join offices o on o.number = m.to_office
        where m.bytes_dropped_at is null
          and (o.keep_days < ${limits.keepDays} or m.stored_at < ${oldestDay(context)})
          and m.ended_at < ${now}::timestamptz - coalesce(o.keep_days, ${limits.keepDays}) * interval '1 day'
        limit ${atOnce}
      ),
      emptied as (
        delete from message_chunks c using due where c.stored_at = due.stored_at and c.message_id = due.id
      )
      update messages m set bytes_dropped_at = ${now} from due where m.id = due.id returning m.id`;
    if (emptied.length < atOnce) return;
  }
}

async function dropDays(context: Needs): Promise<void> {
  const { sql, clock } = context;
  for (const day of await tablesBefore(sql, "message_chunks", oldestDay(context))) {
    await moveWanted(context, day);
    at("wanted-bytes-moved");
    if (!(await dropTable(sql, day))) return;
    at("day-dropped");
    await sql`
      update messages set bytes_dropped_at = ${clock()}
      where bytes_dropped_at is null and stored_at >= ${day.from} and stored_at < ${day.until}`;
  }
}

/** What was stored before is kept in no table of its day any more. Uploads under way are always younger. */
function oldestDay({ clock, limits }: Needs): Date {
  const days = Math.max(limits.keepDays, limits.uploadHours / 24);
  return new Date(clock().getTime() - days * dayMilliseconds);
}

/** A reader that comes for the old place in between finds nothing there, and asks again. */
async function moveWanted({ sql, clock, limits }: Needs, day: SpanTable): Promise<void> {
  const now = clock();
  for (;;) {
    const wanted = await sql<{ id: string; storedAt: Date }[]>`
      select m.id, m.stored_at as "storedAt" from messages m join offices o on o.number = m.to_office
      where m.bytes_dropped_at is null and m.stored_at >= ${day.from} and m.stored_at < ${day.until}
        and (m.ended_at is null or m.ended_at >=
          ${now}::timestamptz - coalesce(o.keep_days, ${limits.keepDays}) * interval '1 day')
      limit ${atOnce}`;
    for (const message of wanted) await moveTo(sql, message, now);
    if (wanted.length < atOnce) return;
  }
}

async function moveTo(
  sql: Sql,
  { id, storedAt }: { readonly id: string; readonly storedAt: Date },
  now: Date,
): Promise<void> {
  await sql.begin(async (transaction) => {
    const moved = await transaction`
      update messages set stored_at = ${now}
      where id = ${id} and stored_at = ${storedAt} and bytes_dropped_at is null returning id`;
    if (moved.length === 0) return;
    await transaction`
      insert into message_chunks (stored_at, message_id, number, to_office, bytes)
      select ${now}::timestamptz, message_id, number, to_office, bytes from message_chunks
      where stored_at = ${storedAt} and message_id = ${id}`;
  });
}

async function dropQuarters({ sql, clock, limits }: Needs): Promise<void> {
  const oldest = new Date(clock());
  oldest.setUTCFullYear(oldest.getUTCFullYear() - limits.recordYears);
  for (const quarter of await tablesBefore(sql, "messages", oldest)) {
    if (await holdsYounger(sql, quarter, oldest)) {
      await deleteOneByOne(sql, quarter.name, oldest);
    } else {
      if (!(await dropTable(sql, quarter))) return;
      at("quarter-dropped");
    }
  }
  await deleteOneByOne(sql, "messages_other", oldest);
}

/** Where a sender's clock was slow, or a message was accepted long after it was made. */
async function holdsYounger(sql: Sql, { name }: SpanTable, oldest: Date): Promise<boolean> {
  const [row] = await sql<[{ found: boolean }]>`
    select exists (
      select 1 from ${sql(name)} where accepted_at >= ${oldest} or bytes_dropped_at is null
    ) as found`;
  return row.found;
}

async function deleteOneByOne(sql: Sql, table: string, oldest: Date): Promise<void> {
  for (;;) {
    const deleted = await sql`
      delete from ${sql(table)} where id in (
        select id from ${sql(table)} where accepted_at < ${oldest} and bytes_dropped_at is not null
        limit ${atOnce}
      ) returning id`;
    if (deleted.length < atOnce) return;
  }
}
