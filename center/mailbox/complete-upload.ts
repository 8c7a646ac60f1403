import { createHash } from "node:crypto";
import { inspectSealedHead, largestHead, SealingError } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { nameRequest } from "../database/request-name.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import {
  type AcceptanceDetails,
  type Accepted,
  detailsOf,
  findAccepted,
  requireParties,
  signAcceptance,
} from "./acceptance.ts";
import { readRows } from "./chunks.ts";
import type { Mover } from "./message.ts";
import { chunksOf, findUpload, receivedChunks, type UploadRow } from "./uploads.ts";

type Needs = Pick<Context, "sql" | "clock" | "keys" | "limits">;

/**
 * Takes in a message whose chunks are all here: hashes them as they lie on disk, signs for them, and makes them a
 * message. Completing again, also at the same time or after a restart, gives the first answer.
 *
 * @returns the receiver, and what to answer
 * @throws Refusal `upload-unknown`, `upload-incomplete`, `digest-mismatch`, `message-not-sealed`, and those of
 *   `requireParties`
 */
export async function completeUpload(
  context: Needs,
  id: string,
  from: string,
  by: Mover,
): Promise<Accepted & { readonly to: string }> {
  const { sql } = context;
  const known = await findAccepted(sql, id);
  if (known?.from === from) return known;
  const upload = await findUpload(sql, id);
  if (upload?.from !== from) throw new Refusal("upload-unknown");
  const received = await receivedChunks(sql, id);
  if (received.length < chunksOf(upload)) throw new Refusal("upload-incomplete");
  await requireParties(context, upload);
  await requireSealedAsAnnounced(sql, upload);

  const accepted = signAcceptance(context, upload, upload.size);
  const details = detailsOf(context, accepted, by);
  at("complete-before-store");
  const stored = await store(sql, upload, { ...accepted, ...details });
  at("complete-after-store");
  if (stored) return { ...accepted, to: upload.to };
  const first = await findAccepted(sql, id);
  if (first?.from === from) return first;
  // Given up between two looks.
  throw new Refusal("upload-unknown");
}

async function requireSealedAsAnnounced(sql: Sql, upload: UploadRow): Promise<void> {
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let headBytes = 0;
  for await (const bytes of readRows(sql, { ...upload, storedAt: upload.begunAt })) {
    hash.update(bytes);
    if (headBytes < largestHead) headBytes += head.push(bytes) && bytes.length;
  }
  if (hash.digest("hex") !== upload.sha256) throw new Refusal("digest-mismatch");
  try {
    inspectSealedHead(Buffer.concat(head), upload.size);
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("message-not-sealed", { cause });
    throw cause;
  }
}

/**
 * The upload becomes a message in one statement; its bytes stay where they are.
 * @returns false when somebody else was quicker
 */
async function store(
  sql: Sql,
  upload: UploadRow,
  accepted: Accepted & AcceptanceDetails,
): Promise<boolean> {
  const { id, from, to, size, sha256, begunAt } = upload;
  const { acceptedAt, acceptedReceipt, expiresAt, movedBy } = accepted;
  const [row] = await sql<[{ stored: boolean }]>`
    with boxes as materialized (select ${nameRequest(sql)}, lock_mailboxes(${from}, ${to})),
    finished as (delete from uploads u using boxes where u.id = ${id} returning u.id),
    accepted as (
      insert into messages
        (id, number, from_office, to_office, size, sha256, accepted_at, stored_at, accepted_receipt,
         expires_at, moved_by)
      select id, nextval('message_numbers'), ${from}, ${to}, ${size}::bigint, ${sha256},
             ${acceptedAt}::timestamptz, ${begunAt}::timestamptz, ${acceptedReceipt}::bytea,
             ${expiresAt}::timestamptz, ${sql.json(movedBy)}::jsonb
      from finished
      on conflict (id) do nothing
      returning id
    ),
    told as (
      insert into events (office, number, message_id, box, station, at)
      select box.office, nextval('event_numbers'), id, box.name, 'accepted', ${acceptedAt}::timestamptz
      from accepted, (values (${to}, 'received'), (${from}, 'sent')) as box (office, name)
    )
    select exists (select 1 from accepted) as stored`;
  return row.stored;
}
