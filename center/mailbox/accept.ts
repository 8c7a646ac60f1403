import { createHash } from "node:crypto";
import { inspectSealed, SealingError } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import {
  type AcceptanceDetails,
  type Accepted,
  detailsOf,
  findAccepted,
  requireParties,
  sameOrConflict,
  signAcceptance,
} from "./acceptance.ts";
import { chunkBytes } from "./chunks.ts";
import type { Mover } from "./message.ts";

/** A sealed message on its way in. */
export interface Incoming {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly by: Mover;
  /** The header of RFC 9530, already of the right form. */
  readonly contentDigest: string;
  readonly sealed: Uint8Array;
}

type Needs = Pick<Context, "sql" | "clock" | "keys" | "limits">;

/**
 * Takes a message in that came in one request. The id is the key: the same message sent again, also at the same time, gets the first answer,
 * whatever has become of licences and certificates since.
 *
 * @throws Refusal `digest-mismatch`, `message-not-sealed`, `message-id-conflict`, `licence-missing`, `office-unknown`,
 *   `receiver-unlicensed`, `receiver-without-certificate`
 */
export async function acceptMessage(context: Needs, incoming: Incoming): Promise<Accepted> {
  const sha256 = checkBytes(incoming);
  const known = await findAccepted(context.sql, incoming.id);
  if (known) return sameOrConflict(known, { ...incoming, sha256 });
  await requireParties(context, incoming);

  const message = { ...incoming, sha256 };
  const accepted = signAcceptance(context, message, incoming.sealed.length);
  const details = detailsOf(context, accepted, incoming.by);
  at("accept-before-store");
  const stored = await store(context.sql, { ...message, ...accepted, ...details });
  at("accept-after-store");
  if (stored) return accepted;

  const first = await findAccepted(context.sql, incoming.id);
  if (!first) throw new Error(`message ${incoming.id} was neither stored nor found`);
  return sameOrConflict(first, message);
}

function checkBytes({ sealed, contentDigest }: Incoming): string {
  const hash = createHash("sha256").update(sealed);
  const digest = hash.copy().digest("base64");
  if (contentDigest !== `sha-256=:${digest}:`) throw new Refusal("digest-mismatch");
  try {
    inspectSealed(sealed);
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("message-not-sealed", { cause });
    throw cause;
  }
  return hash.digest("hex");
}

type Stored = Incoming & Accepted & AcceptanceDetails & { readonly sha256: string };

/**
 * Message, sealed bytes and events are written together, on disk when this returns.
 * @returns false when the id is taken
 */
async function store(sql: Sql, message: Stored): Promise<boolean> {
  if (message.sealed.length <= chunkBytes) return storeFirst(sql, message);
  return sql.begin(async (transaction) => {
    if (!(await storeFirst(transaction, message))) return false;
    const { sealed, acceptedAt, id, to } = message;
    for (let number = 2; (number - 1) * chunkBytes < sealed.length; number += 1) {
      const bytes = sealed.subarray((number - 1) * chunkBytes, number * chunkBytes);
      await transaction`
        insert into message_chunks (stored_at, message_id, number, to_office, bytes)
        values (${acceptedAt}, ${id}, ${number}, ${to}, ${bytes})`;
    }
    return true;
  });
}

/** One statement, so that a small message costs one way to the database and one write of its log. */
async function storeFirst(sql: Sql | Transaction, message: Stored): Promise<boolean> {
  const { id, from, to, sealed, sha256, acceptedAt, acceptedReceipt, expiresAt, movedBy } = message;
  const [row] = await sql<[{ stored: boolean }]>`
    with boxes as materialized (select lock_mailboxes(${from}, ${to})),
    accepted as (
      insert into messages
        (id, number, from_office, to_office, size, sha256, accepted_at, stored_at, accepted_receipt,
         expires_at, moved_by)
      select ${id}::uuid, nextval('message_numbers'), ${from}, ${to}, ${sealed.length}::integer, ${sha256},
             ${acceptedAt}::timestamptz, ${acceptedAt}::timestamptz, ${acceptedReceipt}::bytea,
             ${expiresAt}::timestamptz, ${sql.json(movedBy)}::jsonb
      from boxes
      on conflict (id) do nothing
      returning id
    ),
    chunk as (
      insert into message_chunks (stored_at, message_id, number, to_office, bytes)
      select ${acceptedAt}::timestamptz, id, 1, ${to}, ${sealed.subarray(0, chunkBytes)}::bytea from accepted
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, 'accepted', ${acceptedAt}::timestamptz
      from accepted, (values (${to}, 'received'), (${from}, 'sent')) as box (office, name)
    )
    select exists (select 1 from accepted) as stored`;
  return row.stored;
}
