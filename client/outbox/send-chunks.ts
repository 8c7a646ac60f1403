import { createHash } from "node:crypto";
import type { Caller } from "@tsunagi/contract";
import type { Acceptance, ExchangeRoutes } from "@tsunagi/contract/exchange";
import { readBytes, type Source } from "@tsunagi/sealing";
import { at } from "../failure-point.ts";
import { inParallel } from "../in-parallel.ts";
import type { Session } from "../session/session.ts";

/** Chunks that are on their way at a time. */
const atOnce = 4;

/** A sealed message, ready to be sent. */
export interface SealedMessage {
  readonly id: string;
  readonly to: string;
  /** Of the sealed bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly sealed: Source;
}

/**
 * Sends a large message in chunks, those that the centre does not have yet, and completes it. When the line breaks the
 * next call goes on with what is missing. Throws as `Session.authorized` does.
 *
 * @param beforeFirst called when everything is ready for the first request
 */
export async function sendInChunks(
  session: Session,
  message: SealedMessage,
  beforeFirst: () => void,
): Promise<Acceptance> {
  const params = { id: message.id };
  const body = { to: message.to, size: message.sealed.size, sha256: message.sha256 };
  const upload = await session.authorized((call) => {
    beforeFirst();
    return call.beginUpload({ params, body });
  });
  if (upload.acceptance !== null) return upload.acceptance;

  const received = new Set(upload.received);
  const missing = Array.from({ length: upload.chunks }, (_, index) => index + 1).filter(
    (number) => !received.has(number),
  );
  await inParallel(missing, atOnce, async (number) => {
    const from = (number - 1) * upload.chunkBytes;
    const to = Math.min(from + upload.chunkBytes, message.sealed.size);
    const bytes = await readBytes(message.sealed, from, to);
    await session.authorized((call) => sendChunk(call, message.id, number, bytes));
    at("chunk-sent");
  });
  at("chunks-sent");
  for (;;) {
    const { acceptance } = await session.authorized((call) => call.completeUpload({ params }));
    if (acceptance !== null) return acceptance;
  }
}

function sendChunk(
  call: Caller<ExchangeRoutes>,
  id: string,
  number: number,
  bytes: Uint8Array,
): Promise<undefined> {
  const digest = createHash("sha256").update(bytes).digest("base64");
  return call.sendChunk({
    params: { id, number: String(number) },
    headers: { "content-digest": `sha-256=:${digest}:` },
    body: bytes,
  });
}
