import type { Upload } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import {
  type Accepted,
  acceptanceOf,
  findAccepted,
  type Identity,
  requireParties,
  sameOrConflict,
} from "./acceptance.ts";

type Needs = Pick<Context, "sql" | "clock" | "limits">;

/** An upload as the table holds it. */
export interface UploadRow extends Identity {
  readonly size: number;
  readonly chunkBytes: number;
  readonly begunAt: Date;
  /** The numbers of the chunks that have come, in order. */
  readonly received: number[];
}

/** A large message that is announced. */
export interface Announced extends Identity {
  readonly size: number;
}

/**
 * Begins an upload, or finds the one that was begun: how far it has come, or the first answer when it was accepted.
 *
 * @throws Refusal `message-too-large`, `message-id-conflict`, `too-many-uploads`, and those of `requireParties`
 */
export async function beginUpload(context: Needs, announced: Announced): Promise<Upload> {
  const { sql, clock, limits } = context;
  if (announced.size > limits.messageBytes) throw new Refusal("message-too-large");
  const known = await findAccepted(sql, announced.id);
  if (known) return tellAccepted(context, announced, sameOrConflict(known, announced));
  await requireParties(context, announced);
  const { id, from, to, size, sha256 } = announced;
  const now = clock();
  // Two that begin at the same time both count before either is there: the limit is kept within that.
  await sql`
    insert into uploads (id, from_office, to_office, size, sha256, chunk_bytes, begun_at, last_at)
    select ${id}::uuid, ${from}, ${to}, ${size}::bigint, ${sha256}, ${limits.chunkBytes}::integer,
           ${now}::timestamptz, ${now}::timestamptz
    where (select count(*) from uploads where from_office = ${from}) < ${limits.openUploads}
    on conflict (id) do nothing`;
  const upload = await findUpload(sql, id);
  at("upload-begun");
  // It may have been accepted since the look above: then nothing more is to come.
  const meanwhile = await findAccepted(sql, id);
  if (meanwhile) {
    await sql`delete from uploads where id = ${id}`;
    return tellAccepted(context, announced, sameOrConflict(meanwhile, announced));
  }
  if (!upload) throw new Refusal("too-many-uploads", { retryAfterSeconds: 600 });
  const same =
    upload.from === from && upload.to === to && upload.sha256 === sha256 && upload.size === size;
  if (!same) throw new Refusal("message-id-conflict");
  return tell(upload, upload.received);
}

/** @throws Refusal `upload-unknown` */
export async function uploadState(context: Needs, id: string, from: string): Promise<Upload> {
  const { sql } = context;
  const upload = await findUpload(sql, id);
  if (upload?.from === from) return tell(upload, upload.received);
  const [known] = await sql<(Announced & Accepted)[]>`
    select id, from_office as "from", to_office as "to", size, sha256, accepted_at as "acceptedAt",
           accepted_receipt as "acceptedReceipt"
    from messages where id = ${id} and from_office = ${from}`;
  if (!known) throw new Refusal("upload-unknown");
  return tellAccepted(context, known, known);
}

/** Gives an upload up, with what has come of it. One that is not there is given up already. */
export async function abandonUpload(
  { sql }: Pick<Needs, "sql">,
  id: string,
  from: string,
): Promise<void> {
  await sql`
    with given_up as (delete from uploads where id = ${id} and from_office = ${from} returning id, begun_at)
    delete from message_chunks c using given_up g where c.stored_at = g.begun_at and c.message_id = g.id`;
}

/** Gives up what has rested too long; the client begins anew. */
export async function giveUpRested({ sql, clock, limits }: Needs): Promise<void> {
  const rested = new Date(clock().getTime() - limits.uploadHours * 3_600_000);
  const uploads = await sql<{ id: string; from: string }[]>`
    select id, from_office as "from" from uploads where last_at < ${rested}`;
  for (const { id, from } of uploads) await abandonUpload({ sql }, id, from);
}

/** An upload and what has come of it, as both are at one moment. */
export async function findUpload(sql: Sql, id: string): Promise<UploadRow | undefined> {
  const [row] = await sql<UploadRow[]>`
    select id, from_office as "from", to_office as "to", size, sha256, chunk_bytes as "chunkBytes",
           begun_at as "begunAt",
           array(select number from upload_chunks where upload_id = ${id} order by number) as received
    from uploads where id = ${id}`;
  return row;
}

export function chunksOf(upload: Pick<UploadRow, "size" | "chunkBytes">): number {
  return Math.ceil(upload.size / upload.chunkBytes);
}

/** Of an accepted message nothing is to be sent any more. */
function tellAccepted({ limits }: Needs, message: Announced, accepted: Accepted): Upload {
  return tell({ ...message, chunkBytes: limits.chunkBytes }, [], accepted);
}

function tell(
  upload: Announced & Pick<UploadRow, "chunkBytes">,
  received: number[],
  accepted?: Accepted,
): Upload {
  const { id, to, size, sha256 } = upload;
  return {
    id,
    to,
    size,
    sha256,
    chunkBytes: upload.chunkBytes,
    chunks: chunksOf(upload),
    received,
    acceptance: accepted ? acceptanceOf({ id, ...accepted }) : null,
  };
}
