import { type BytesPool, byteaArray } from "../database/bytes.ts";
import { nameOfRequests } from "../database/request-name.ts";
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
  /** The request that brought it. */
  readonly requestId: string | undefined;
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
  bytes: BytesPool,
  messages: readonly ToStore[],
  now: Date,
): Promise<readonly StoreOutcome[]> {
  const each = <Value>(value: (message: ToStore) => Value): Value[] => messages.map(value);
  const parts = messages.flatMap(({ sealed }, index) => partsOf(sealed, index + 1));
  const rows = await bytes.run<OutcomeRow>(statement, [
    nameOfRequests(each(({ requestId }) => requestId)),
    now.toISOString(),
    each(({ id }) => id),
    each(({ from }) => from),
    each(({ to }) => to),
    each(({ sealed }) => sealed.length),
    each(({ sha256 }) => sha256),
    each(({ acceptedAt }) => acceptedAt.toISOString()),
    byteaArray(each(({ acceptedReceipt }) => acceptedReceipt)),
    each(({ expiresAt }) => expiresAt.toISOString()),
    each(({ movedBy }) => JSON.stringify(movedBy)),
    parts.map(({ place }) => place),
    parts.map(({ number }) => number),
    byteaArray(parts.map((part) => part.bytes)),
  ]);
  return rows.map(outcomeOf);
}

/** The rows of `message_chunks` of the message in this place. */
function partsOf(sealed: Uint8Array, place: number) {
  return Array.from({ length: Math.ceil(sealed.length / chunkBytes) }, (_, index) => ({
    place,
    number: index + 1,
    bytes: sealed.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  }));
}

/**
 * Always the same text, however many messages there are: each connection prepares it once. The order of ids keeps two
 * centres that store the same messages from waiting for each other.
 */
const statement = {
  name: "store_accepted",
  text: `
    with given as materialized (
      select * from unnest($3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::timestamptz[],
                           $9::bytea[], $10::timestamptz[], $11::jsonb[]) with ordinality
        as g (id, from_office, to_office, size, sha256, accepted_at, receipt, expires_at, moved_by, place)
    ),
    judged as materialized (
      select g.*, k.from_office as "beforeFrom", k.to_office as "beforeTo", k.sha256 as "beforeSha256",
             k.accepted_at as "beforeAt", k.accepted_receipt as "beforeReceipt",
             ${selectStanding(String.raw, {
               from: "g.from_office",
               to: "g.to_office",
               now: "$2::timestamptz",
             })}
      from given g left join messages k on k.id = g.id
    ),
    due as materialized (
      select * from judged
      where "beforeAt" is null and "senderLicensed" and "receiverKnown" and "receiverLicensed"
        and "receiverCertified"
    ),
    boxes as materialized (
      select set_config('application_name', $1, true),
             lock_mailboxes(variadic array_agg(from_office) || array_agg(to_office))
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
      returning id, from_office, to_office, accepted_at
    ),
    chunks as (
      insert into message_chunks (stored_at, message_id, number, to_office, bytes)
      select a.accepted_at, a.id, part.number, a.to_office, ($14::bytea[])[part.position]
      from accepted a
      join given g on g.id = a.id
      join unnest($12::bigint[], $13::integer[]) with ordinality as part (place, number, position)
        on part.place = g.place
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, 'accepted', accepted_at
      from accepted, lateral (values (to_office, 'received'), (from_office, 'sent')) as box (office, name)
    )
    select a.id is not null as stored, "beforeFrom", "beforeTo", "beforeSha256", "beforeAt", "beforeReceipt",
           "senderLicensed", "receiverKnown", "receiverLicensed", "receiverCertified"
    from judged j left join accepted a on a.id = j.id
    order by j.place`,
};

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
