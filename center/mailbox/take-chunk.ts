import { createHash } from "node:crypto";
import type { Context } from "../context.ts";
import { currentRequest, nameOfRequests } from "../database/request-name.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import { chunkBytes } from "./chunks.ts";

/** A chunk of an upload as it comes. */
export interface Chunk {
  /** Of the upload. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly contentDigest: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes in one chunk; it is on disk when this returns. The same chunk again, also at the same time, is taken as such.
 *
 * @throws Refusal `upload-unknown`, `chunk-wrong`, `digest-mismatch`, `chunk-conflict`
 */
export async function takeChunk(
  { bytes, clock }: Pick<Context, "bytes" | "clock">,
  from: string,
  chunk: Chunk,
): Promise<void> {
  const hash = createHash("sha256").update(chunk.bytes);
  if (chunk.contentDigest !== `sha-256=:${hash.copy().digest("base64")}:`) {
    throw new Refusal("digest-mismatch");
  }
  const sha256 = hash.digest("hex");
  at("chunk-before-commit");
  for (let taken = false; !taken; ) {
    const [outcome] = await bytes.run<Outcome>(statement, [
      nameOfRequests([currentRequest()]),
      chunk.id,
      from,
      chunk.number,
      sha256,
      chunk.bytes.length,
      clock().toISOString(),
      chunk.bytes,
    ]);
    if (!outcome) throw new Refusal("upload-unknown");
    if (!outcome.fits) throw new Refusal("chunk-wrong");
    if (outcome.first !== null && outcome.first !== sha256) throw new Refusal("chunk-conflict");
    // Neither taken nor known: the same number came at the same time, and is known now.
    taken = outcome.taken || outcome.first === sha256;
  }
  at("chunk-after-commit");
}

interface Outcome {
  /** Whether the upload has a chunk of this number and size. */
  readonly fits: boolean;
  /** The hash of what came before under this number. */
  readonly first: string | null;
  readonly taken: boolean;
}

/** The upload's row is held until the chunk is there: completing and giving up wait for it. */
const statement = {
  name: "take_chunk",
  text: `
    with upload as materialized (
      select set_config('application_name', $1, true), u.id, u.to_office, u.begun_at, u.chunk_bytes,
             $6::bigint = greatest(0, least(u.chunk_bytes, u.size - ($4::bigint - 1) * u.chunk_bytes)) as fits
      from uploads u where u.id = $2::uuid and u.from_office = $3 for no key update
    ),
    first as materialized (
      select c.sha256 from upload, upload_chunks c where c.upload_id = upload.id and c.number = $4::bigint
    ),
    taken as (
      insert into upload_chunks (upload_id, number, to_office, sha256)
      select id, $4::bigint, to_office, $5 from upload where fits and not exists (select 1 from first)
      on conflict do nothing
      returning number
    ),
    stored as (
      insert into message_chunks (stored_at, message_id, number, to_office, bytes)
      select begun_at, id, (taken.number - 1) * (chunk_bytes / ${chunkBytes}) + part, to_office,
             substring($8::bytea from (part - 1) * ${chunkBytes} + 1 for ${chunkBytes})
      from upload, taken, generate_series(1, ((length($8::bytea) - 1) / ${chunkBytes}) + 1) as part
    ),
    touched as (update uploads u set last_at = $7::timestamptz from upload, taken where u.id = upload.id)
    select fits, (select sha256 from first) as first, exists (select 1 from taken) as taken from upload`,
};
