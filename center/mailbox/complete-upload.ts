import type { Completion } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { nameRequest } from "../database/request-name.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import { makeAdmission } from "../server/admission.ts";
import {
  type AcceptanceDetails,
  type Accepted,
  acceptanceOf,
  detailsOf,
  findAccepted,
  requireParties,
  signAcceptance,
} from "./acceptance.ts";
import { requireSealedAsAnnounced } from "./check-upload.ts";
import type { Mover } from "./message.ts";
import { chunksOf, findUpload, type UploadRow } from "./uploads.ts";

type Needs = Pick<
  Context,
  "sql" | "clock" | "keys" | "limits" | "bell" | "meters" | "answerWithinMilliseconds"
>;

/** Uploads that this process checks at a time, of one office one: each reads as fast as the database gives. */
const checksAtOnce = 2;

/**
 * What takes in messages whose chunks are all here: hashes them as they lie on disk, signs for them, and makes them
 * messages. This goes on whether or not somebody waits for it; who asks again waits for the same work. When the centre
 * ends meanwhile, it begins anew with the next who asks. Completing again, also at the same time or after a restart,
 * gives the first answer.
 *
 * @returns what throws Refusal `upload-unknown`, `upload-incomplete`, `digest-mismatch`, `message-not-sealed`, and those
 *   of `requireParties`
 */
export function makeCompleteUpload(
  context: Needs,
): (id: string, from: string, by: Mover) => Promise<Completion> {
  const { sql, answerWithinMilliseconds } = context;
  /** By id; each ends when the message is accepted, or with what stands against it. */
  const underWay = new Map<string, Promise<void>>();
  const admission = makeAdmission({
    requestsAtOnce: checksAtOnce,
    officeRequestsAtOnce: 1,
    officeRequestsWaiting: context.limits.openUploads,
  });

  return async (id, from, by) => {
    const upload = await findUpload(sql, id);
    if (upload?.from === from) {
      if (upload.received.length < chunksOf(upload)) throw new Refusal("upload-incomplete");
      const work = underWay.get(id) ?? begin(upload, by);
      if (!(await endsWithin(answerWithinMilliseconds, work))) return { acceptance: null };
    }
    const accepted = await findAccepted(sql, id);
    if (accepted?.from !== from) throw new Refusal("upload-unknown");
    return { acceptance: acceptanceOf({ id, ...accepted }) };
  };

  function begin(upload: UploadRow, by: Mover): Promise<void> {
    const { id, from } = upload;
    const work = inTurn(from, () => accept(context, upload, by));
    underWay.set(id, work);
    const forget = (): void => void underWay.delete(id);
    // Who waits hears of a failure; where nobody does, the next who asks begins anew.
    work.then(forget, forget);
    return work;
  }

  async function inTurn(office: string, work: () => Promise<void>): Promise<void> {
    const leave = await admission.enter(office);
    try {
      await work();
    } finally {
      leave();
    }
  }
}

async function accept(context: Needs, upload: UploadRow, by: Mover): Promise<void> {
  const { sql, bell, meters } = context;
  await requireParties(context, upload);
  await requireSealedAsAnnounced(sql, upload);

  const accepted = signAcceptance(context, upload, upload.size);
  const details = detailsOf(context, accepted, by);
  at("complete-before-store");
  const stored = await store(sql, upload, { ...accepted, ...details });
  at("complete-after-store");
  if (!stored) return;
  bell.ring(upload.to, upload.from);
  meters.acceptedFromChunks();
}

/** @returns whether it ended within the time; throws what it ends with */
async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), milliseconds);
  try {
    return await Promise.race([work.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
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
