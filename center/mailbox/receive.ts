import type { PendingQuery, Row } from "postgres";
import type { Context } from "../context.ts";
import { byteaArray } from "../database/bytes.ts";
import { inGroups } from "../database/in-groups.ts";
import { isUnavailable } from "../database/pool.ts";
import { currentRequest, nameOfRequests } from "../database/request-name.ts";
import { mayReceive } from "../directory/standing.ts";
import { at as failurePoint } from "../failure-point.ts";
import type { MessageRow, Mover } from "./message.ts";

type Needs = Pick<Context, "sql" | "bytes" | "messagesTogether" | "clock" | "bell">;

/** What a receiver has to know of a message to be given its bytes, as it was before. */
export interface Downloadable
  extends Pick<
    MessageRow,
    | "from"
    | "size"
    | "sha256"
    | "storedAt"
    | "bytesDroppedAt"
    | "downloadedAt"
    | "cancelledAt"
    | "expiredAt"
  > {
  /** Whether it is this call that moved it. */
  readonly moved: boolean;
  /** Whether the receiver's licence lets it be received. If not, nothing moved. */
  readonly allowed: boolean;
}

/**
 * The two stations that every message reaches at its receiver. What is asked for at the same time is one statement and
 * one write of the database's log; each message is decided by itself, as in stations.ts.
 */
export interface Receiving {
  /**
   * The receiver takes the sealed bytes; from now on the sender cannot cancel, and the message does not expire. One that
   * is downloaded, cancelled, expired or forgotten stays as it is.
   *
   * @returns undefined when the office does not receive such a message
   */
  download(id: string, office: string, by: Mover): Promise<Downloadable | undefined>;
  /**
   * The receiver's signed receipt is here; the first one stays.
   * @returns when it was opened, if it is this call that did it
   */
  open(
    message: Pick<MessageRow, "id" | "from" | "to">,
    by: Mover,
    receipt: Uint8Array,
  ): Promise<Date | undefined>;
}

const usual = {
  lanes: 3,
  keyOf: ({ id }: { readonly id: string }) => id,
  isOfOne: (error: unknown) => !isUnavailable(error),
};

export function makeReceiving(context: Needs): Receiving {
  const { bell, messagesTogether } = context;
  const grouping = { ...usual, mostItems: messagesTogether };
  const download = inGroups((asked: readonly Asked[]) => markDownloaded(context, asked), grouping);
  const open = inGroups((opened: readonly Opened[]) => markOpened(context, opened), grouping);
  return {
    async download(id, office, by) {
      failurePoint("downloaded-before-move");
      const found = await download({ id, office, by, requestId: currentRequest() });
      failurePoint("downloaded-after-move");
      if (found?.moved) bell.ring(found.from, office);
      return found ?? undefined;
    },
    async open(message, by, receipt) {
      failurePoint("opened-before-move");
      const openedAt = await open({ ...message, by, receipt, requestId: currentRequest() });
      failurePoint("opened-after-move");
      if (openedAt) bell.ring(message.from, message.to);
      return openedAt ?? undefined;
    },
  };
}

interface Move {
  readonly id: string;
  readonly by: Mover;
  readonly requestId: string | undefined;
}

interface Asked extends Move {
  readonly office: string;
}

interface Opened extends Move {
  readonly from: string;
  readonly to: string;
  readonly receipt: Uint8Array;
}

async function markDownloaded(
  { sql, clock }: Needs,
  asked: readonly Asked[],
): Promise<(Downloadable | null)[]> {
  const now = clock();
  const rows = await sql<(Downloadable | { readonly from: null })[]>`
    with asked as materialized (
      select * from unnest(
        ${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ office }) => office)}::text[],
        ${asked.map(({ by }) => JSON.stringify({ downloaded: by }))}::text[]
      ) with ordinality as a (id, office, moved_by, place)
    ),
    allowed as materialized (
      select o.office, ${mayReceive<PendingQuery<Row[]>>(sql, sql`o.office`, sql`${now}::timestamptz`)} as allowed
      from (select distinct office from asked) as o
    ),
    seen as materialized (
      select a.place, a.moved_by as by, allowed.allowed, m.*
      from asked a join allowed using (office) left join messages m on m.id = a.id and m.to_office = a.office
    ),
    due as materialized (
      select * from seen
      where id is not null and allowed and downloaded_at is null and cancelled_at is null and expired_at is null
        and bytes_dropped_at is null
    ),
    boxes as materialized (
      select set_config('application_name', ${nameOfRequests(asked.map(({ requestId }) => requestId))}, true),
             lock_mailboxes(variadic array_agg(from_office) || array_agg(to_office))
      from due having count(*) > 0
    ),
    moved as (
      update messages m set downloaded_at = ${now}, moved_by = m.moved_by || due.by::jsonb from boxes, due
      where m.id = due.id and m.downloaded_at is null and m.cancelled_at is null and m.expired_at is null
      returning m.id, m.from_office, m.to_office
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, 'downloaded', ${now}::timestamptz
      from moved, lateral (values (to_office, 'received'), (from_office, 'sent')) as box (office, name)
    )
    select s.from_office as "from", s.size, s.sha256, s.stored_at as "storedAt",
           s.bytes_dropped_at as "bytesDroppedAt", s.downloaded_at as "downloadedAt",
           s.cancelled_at as "cancelledAt", s.expired_at as "expiredAt", moved.id is not null as moved,
           s.allowed
    from seen s left join moved on moved.id = s.id
    order by s.place`;
  return rows.map((row) => (row.from === null ? null : row));
}

/** @returns for each when it was opened; null when it was before, or cannot be any more */
async function markOpened(
  { bytes, clock }: Needs,
  opened: readonly Opened[],
): Promise<(Date | null)[]> {
  const now = clock();
  const rows = await bytes.run<{ moved: boolean }>(openedStatement, [
    nameOfRequests(opened.map(({ requestId }) => requestId)),
    now.toISOString(),
    opened.map(({ id }) => id),
    opened.map(({ from }) => from),
    opened.map(({ to }) => to),
    opened.map(({ by }) => JSON.stringify({ opened: by })),
    byteaArray(opened.map(({ receipt }) => receipt)),
  ]);
  return rows.map(({ moved }) => (moved ? now : null));
}

const openedStatement = {
  name: "mark_opened",
  text: `
    with given as materialized (
      select * from unnest($3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::bytea[]) with ordinality
        as g (id, from_office, to_office, moved_by, receipt, place)
    ),
    boxes as materialized (
      select set_config('application_name', $1, true),
             lock_mailboxes(variadic array_agg(from_office) || array_agg(to_office))
      from given
    ),
    moved as (
      update messages m set opened_at = $2, opened_receipt = g.receipt, moved_by = m.moved_by || g.moved_by
      from boxes, given g
      where m.id = g.id and m.opened_at is null and m.cancelled_at is null and m.expired_at is null
      returning m.id, m.from_office, m.to_office
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, 'opened', $2::timestamptz
      from moved, lateral (values (to_office, 'received'), (from_office, 'sent')) as box (office, name)
    )
    select moved.id is not null as moved from given g left join moved on moved.id = g.id order by g.place`,
};
