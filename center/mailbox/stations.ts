import type { PendingQuery, Row } from "postgres";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { nameRequest } from "../database/request-name.ts";
import { at as failurePoint } from "../failure-point.ts";
import type { MessageRow, Mover } from "./message.ts";

type Needs = Pick<Context, "sql" | "clock" | "bell">;
type Parties = Pick<MessageRow, "id" | "from" | "to">;

/**
 * The stations after acceptance. Each is reached once, and decided in the database by one statement: it changes the
 * message if that is still possible and writes the events of it, or does neither; the message as it is afterwards says
 * which. Both boxes are held before the message, as everywhere (see lock_mailboxes).
 */

/** The receiver's client was told of these messages of its box. */
export async function markOffered(
  { sql, clock, bell }: Needs,
  to: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const at = clock();
  failurePoint("offered-before-move");
  const offered = await sql<{ id: string; from: string }[]>`
    with due as materialized (
      select id, from_office from messages
      where id = any(${[...ids]}::uuid[]) and to_office = ${to} and offered_at is null and downloaded_at is null
        and cancelled_at is null and expired_at is null
    ),
    boxes as materialized (
      select lock_mailboxes(variadic array_agg(from_office) || ${to}::text) from due having count(*) > 0
    ),
    moved as (
      update messages m set offered_at = ${at} from boxes, due
      where m.id = due.id and m.offered_at is null and m.downloaded_at is null and m.cancelled_at is null
        and m.expired_at is null
      returning m.id, m.from_office
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select from_office, nextval('event_numbers'), id, 'sent', 'offered', ${at}::timestamptz from moved
    )
    select id, from_office as "from" from moved`;
  failurePoint("offered-after-move");
  bell.ring(...new Set(offered.map(({ from }) => from)));
  return new Map(offered.map(({ id }) => [id, at]));
}

/** The receiver could not open or verify it. */
export async function markRefused(
  context: Needs,
  message: Parties,
  by: Mover,
  reason: string,
): Promise<void> {
  const { sql } = context;
  await move(context, message, "refused", by, (at) => ({
    set: sql`refused_at = ${at}, refusal = ${reason}`,
    possible: sql`m.refused_at is null and m.opened_at is null and ${isThere(sql)}`,
  }));
}

/** The sender takes it back before it was received; its bytes are deleted. */
export async function markCancelled(context: Needs, message: Parties, by: Mover): Promise<void> {
  const { sql } = context;
  await move(context, message, "cancelled", by, (at) => ({
    set: sql`cancelled_at = ${at}, bytes_dropped_at = ${at}`,
    possible: isUntouched(sql),
    also: deleteBytes(sql),
  }));
}

/** The receiver has not taken it in time; its bytes are deleted. */
export async function markExpired(context: Needs, message: Parties): Promise<void> {
  const { sql } = context;
  await move(context, message, "expired", undefined, (at) => ({
    set: sql`expired_at = ${at}, bytes_dropped_at = ${at}`,
    possible: isUntouched(sql),
    also: deleteBytes(sql),
  }));
}

/** SQL: neither taken back nor expired. */
const isThere = (sql: Sql): Fragment => sql`m.cancelled_at is null and m.expired_at is null`;

/** SQL: nothing has happened to it since it was offered. */
const isUntouched = (sql: Sql): Fragment =>
  sql`m.downloaded_at is null and m.opened_at is null and m.refused_at is null and ${isThere(sql)}`;

const deleteBytes = (sql: Sql): Fragment => sql`,
    deleted as (
      delete from message_chunks c using moved
      where c.stored_at = moved.stored_at and c.message_id = moved.id
    )`;

interface Change {
  readonly set: Fragment;
  readonly possible: Fragment;
  readonly also?: Fragment;
}
type Fragment = PendingQuery<Row[]>;
/** Stations that one message reaches by itself; those that all reach are in receive.ts. */
type Moved = "refused" | "cancelled" | "expired";

async function move(
  { sql, clock, bell }: Needs,
  { id, from, to }: Parties,
  station: Moved,
  by: Mover | undefined,
  change: (at: Date) => Change,
): Promise<void> {
  const at = clock();
  const { set, possible, also } = change(at);
  const movers = by ? { [station]: { ...by } } : {};
  failurePoint(`${station}-before-move`);
  const [row] = await sql<[{ moved: boolean }]>`
    with boxes as materialized (select ${nameRequest(sql)}, lock_mailboxes(${from}, ${to})),
    moved as (
      update messages m set ${set}, moved_by = moved_by || ${sql.json(movers)}::jsonb from boxes where m.id = ${id} and ${possible}
      returning m.id, m.stored_at
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, ${station}, ${at}::timestamptz
      from moved, (values (${to}, 'received'), (${from}, 'sent')) as box (office, name)
    )
    ${also ?? sql``}
    select exists (select 1 from moved) as moved`;
  failurePoint(`${station}-after-move`);
  if (row.moved) bell.ring(from, to);
}
