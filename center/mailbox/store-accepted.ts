import type { PendingQuery, Row } from "postgres";
import type { Sql } from "../database/pool.ts";
import {
  type AcceptanceDetails,
  type Accepted,
  type Identity,
  type KnownMessage,
  type Standing,
  selectStanding,
} from "./acceptance.ts";
import { chunkBytes } from "./chunks.ts";

/** A message with the centre's signature, to be stored if it may be. */
export interface ToStore extends Identity, Accepted, AcceptanceDetails {
  readonly sealed: Uint8Array;
}

/** What became of it: when it was not stored it is known, or a party does not stand as it should, or both. */
export interface StoreOutcome extends Standing {
  readonly stored: boolean;
  /** The message of this id as it was before, if there was one. */
  readonly before: KnownMessage | undefined;
}

/**
 * Judges and stores messages of different ids together: one statement, so one way to the database and one write of its
 * log for all of them. Each is stored whole, with its bytes and its events, or not at all; what is stored is on disk
 * when this returns.
 *
 * @returns what became of each, in their order
 */
export async function storeAccepted(
  sql: Sql,
  messages: readonly ToStore[],
  now: Date,
): Promise<readonly StoreOutcome[]> {
  const given = listed(sql, messages, (message, place) => {
    const { id, from, to, sealed, sha256, acceptedAt, acceptedReceipt, expiresAt, movedBy } =
      message;
    return sql`
      (${place}::integer, ${id}::uuid, ${from}, ${to}, ${sealed.length}::bigint, ${sha256},
       ${acceptedAt}::timestamptz, ${acceptedReceipt}::bytea, ${expiresAt}::timestamptz,
       ${sql.json(movedBy)}::jsonb)`;
  });
  const bytes = listed(sql, messages, ({ id, sealed }) => sql`(${id}::uuid, ${sealed}::bytea)`);
  // The order of ids keeps two centres that store the same messages from waiting for each other.
  const rows = await sql<OutcomeRow[]>`
    with given (place, id, from_office, to_office, size, sha256, accepted_at, receipt, expires_at, moved_by)
      as materialized (values ${given}),
    judged as materialized (
      select g.*, k.from_office as "beforeFrom", k.to_office as "beforeTo", k.sha256 as "beforeSha256",
             k.accepted_at as "beforeAt", k.accepted_receipt as "beforeReceipt",
             ${selectStanding(sql, sql`g.from_office`, sql`g.to_office`, now)}
      from given g left join messages k on k.id = g.id
    ),
    due as materialized (
      select * from judged
      where "beforeAt" is null and "senderLicensed" and "receiverKnown" and "receiverLicensed"
        and "receiverCertified"
    ),
    boxes as materialized (
      select lock_mailboxes(variadic array_agg(from_office) || array_agg(to_office))
      from due having count(*) > 0
    ),
    accepted as (
      insert into messages
        (id, number, from_office, to_office, size, sha256, accepted_at, stored_at, accepted_receipt,
         expires_at, moved_by)
      select id, nextval('message_numbers'), from_office, to_office, size, sha256, accepted_at, accepted_at,
             receipt, expires_at, moved_by
      from (select due.* from boxes, due order by id) as ordered
      on conflict (id) do nothing
      returning id, from_office, to_office, size, accepted_at
    ),
    chunks as (
      insert into message_chunks (stored_at, message_id, number, to_office, bytes)
      select a.accepted_at, a.id, part.number, a.to_office,
             substring(b.bytes from (part.number - 1) * ${chunkBytes}::integer + 1 for ${chunkBytes}::integer)
      from accepted a
      join (values ${bytes}) as b (id, bytes) on b.id = a.id,
      generate_series(1, ((a.size - 1) / ${chunkBytes}::integer + 1)::integer) as part (number)
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, 'accepted', accepted_at
      from accepted, lateral (values (to_office, 'received'), (from_office, 'sent')) as box (office, name)
    )
    select a.id is not null as stored, "beforeFrom", "beforeTo", "beforeSha256", "beforeAt", "beforeReceipt",
           "senderLicensed", "receiverKnown", "receiverLicensed", "receiverCertified"
    from judged j left join accepted a on a.id = j.id
    order by j.place`;
  return rows.map(outcomeOf);
}

type OutcomeRow = Standing & { readonly stored: boolean } & (
    | {
        readonly beforeFrom: string;
        readonly beforeTo: string;
        readonly beforeSha256: string;
        readonly beforeAt: Date;
        readonly beforeReceipt: Uint8Array;
      }
    | { readonly beforeAt: null }
  );

function outcomeOf(row: OutcomeRow): StoreOutcome {
  const before =
    row.beforeAt === null
      ? undefined
      : {
          from: row.beforeFrom,
          to: row.beforeTo,
          sha256: row.beforeSha256,
          acceptedAt: row.beforeAt,
          acceptedReceipt: row.beforeReceipt,
        };
  return { ...row, before };
}

/** SQL: rows for `values`. */
function listed<Item>(
  sql: Sql,
  items: readonly Item[],
  row: (item: Item, index: number) => PendingQuery<Row[]>,
): PendingQuery<Row[]>[] {
  return items.map((item, index) => (index === 0 ? row(item, index) : sql`, ${row(item, index)}`));
}
