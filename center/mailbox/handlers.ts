import type { MessageWithReceipts, mailboxRoutes } from "@tsunagi/contract/exchange";
import { SealingError, verifyReceipt } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { eventHandlers } from "../notices/handlers.ts";
import type { Handlers, SessionCaller } from "../server/handlers.ts";
import { readRange } from "../server/range.ts";
import { makeAccept } from "./accept.ts";
import { acceptanceOf } from "./acceptance.ts";
import { readContent } from "./chunks.ts";
import { makeCompleteUpload } from "./complete-upload.ts";
import { makeInboxRoom } from "./inbox-room.ts";
import { listMessages } from "./list.ts";
import { type MessageRow, type Mover, makeFindMessage, messageFrom } from "./message.ts";
import { makeReceiving } from "./receive.ts";
import { markCancelled, markRefused } from "./stations.ts";
import { takeChunk } from "./take-chunk.ts";
import { abandonUpload, beginUpload, uploadState } from "./uploads.ts";

/** Sending, receiving, and the stations between. An office sees its own messages only. */
export function mailboxHandlers(context: Context): Handlers<typeof mailboxRoutes> {
  const { sql, bell, meters } = context;
  const accept = makeAccept(context);
  const complete = makeCompleteUpload(context);
  const inbox = makeInboxRoom(context);
  const findMessage = makeFindMessage(sql);
  const receiving = makeReceiving(context);
  return {
    async send({ params, query, headers, body, caller }) {
      const from = caller.officeNumber;
      await inbox.require({ id: params.id, to: query.to }, body.length);
      const accepted = await accept({
        id: params.id,
        from,
        to: query.to,
        by: moverOf(caller),
        contentDigest: headers["content-digest"],
        sealed: body,
      });
      bell.ring(query.to, from);
      meters.acceptedDirectly(body.length);
      return acceptanceOf({ id: params.id, ...accepted });
    },

    async beginUpload({ params, body, caller }) {
      const announced = { ...params, ...body, from: caller.officeNumber };
      await inbox.require(announced, announced.size);
      return beginUpload(context, announced);
    },

    upload: ({ params, caller }) => uploadState(context, params.id, caller.officeNumber),

    async sendChunk({ params, headers, body, caller }) {
      await takeChunk(context, caller.officeNumber, {
        id: params.id,
        number: Number(params.number),
        contentDigest: headers["content-digest"],
        bytes: body,
      });
      meters.chunkTaken(body.length);
      return undefined;
    },

    completeUpload: ({ params, caller }) =>
      complete(params.id, caller.officeNumber, moverOf(caller)),

    async abandonUpload({ params, caller }) {
      await abandonUpload(context, params.id, caller.officeNumber);
      return undefined;
    },

    async listMessages({ query, caller }) {
      return listMessages(context, caller.officeNumber, query);
    },

    async message({ params, caller }) {
      return messageFrom(await own(params.id, caller.officeNumber), caller.officeNumber);
    },

    async download({ params, caller, range }) {
      const { id } = params;
      const office = caller.officeNumber;
      // Nothing is taken by asking for a part that there is not.
      if (range !== undefined) readRange(range, (await received(id, office)).size);
      const message = await receiving.download(id, office, moverOf(caller));
      if (!message) throw new Refusal("message-unknown");
      requireThere(message);
      if (!message.allowed) throw new Refusal("receiving-ended");
      if (message.bytesDroppedAt) throw new Refusal("message-forgotten");
      // The sender may have been quicker to take it back.
      if (!message.downloadedAt && !message.moved) await received(id, office);
      const { storedAt, size, sha256 } = message;
      const part = range === undefined ? undefined : readRange(range, size);
      meters.downloaded(part ? part.last - part.first + 1 : size);
      const digest = `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`;
      return {
        size,
        ...(part && { part }),
        // Of the whole message (RFC 9530), whichever part of it this is.
        headers: { "repr-digest": digest, ...(!part && { "content-digest": digest }) },
        content: await readContent(sql, { id, storedAt, size }, part),
      };
    },

    async confirmOpened({ params, body, caller }) {
      const message = await received(params.id, caller.officeNumber);
      if (!message.openedAt) {
        await requireReceipt(context, message, body, caller);
        const by = moverOf(caller);
        const openedAt = await receiving.open(message, by, body);
        meters.receiptTaken();
        if (openedAt) {
          const movedBy = { ...message.movedBy, opened: by };
          const opened = { ...message, openedAt, openedReceipt: body, movedBy };
          return messageFrom(opened, caller.officeNumber);
        }
      }
      return messageFrom(await received(params.id, caller.officeNumber), caller.officeNumber);
    },

    async refuse({ params, body, caller }) {
      const message = await received(params.id, caller.officeNumber);
      await markRefused(context, message, moverOf(caller), body.reason);
      return messageFrom(await received(params.id, caller.officeNumber), caller.officeNumber);
    },

    async cancel({ params, caller }): Promise<MessageWithReceipts> {
      const office = caller.officeNumber;
      const message = await own(params.id, office);
      if (message.from !== office) throw new Refusal("message-unknown");
      await markCancelled(context, message, moverOf(caller));
      const after = await own(params.id, office);
      if (after.expiredAt) throw new Refusal("message-expired");
      if (!after.cancelledAt) throw new Refusal("message-already-downloaded");
      return messageFrom(after, office);
    },

    ...eventHandlers(context),
  };

  async function own(id: string, office: string): Promise<MessageRow> {
    const message = await findMessage(id, office);
    if (!message) throw new Refusal("message-unknown");
    return message;
  }

  /** One that this office receives, asked for again after each step: the sender may have been quicker to cancel. */
  async function received(id: string, office: string): Promise<MessageRow> {
    const message = await own(id, office);
    if (message.to !== office) throw new Refusal("message-unknown");
    requireThere(message);
    return message;
  }
}

/** @throws Refusal `message-cancelled`, `message-expired` */
function requireThere({ cancelledAt, expiredAt }: Pick<MessageRow, "cancelledAt" | "expiredAt">) {
  if (cancelledAt) throw new Refusal("message-cancelled");
  if (expiredAt) throw new Refusal("message-expired");
}

function moverOf({ personId, serial }: SessionCaller): Mover {
  return { person: personId, certificate: serial };
}

/**
 * The receipt has to be over this message and these bytes, signed with a certificate that this centre issued to the
 * receiver and that was not revoked when it signed.
 *
 * @throws Refusal `receipt-invalid`
 */
async function requireReceipt(
  { sql, clock, keys }: Context,
  { id, from, to, sha256 }: MessageRow,
  der: Uint8Array,
  caller: SessionCaller,
): Promise<void> {
  try {
    const { signer, receipt } = verifyReceipt(der, {
      ...keys.trust(),
      at: clock(),
      expected: { type: "opened", id, from, to, sealedSha256: sha256 },
    });
    // Of the certificate that it came with this is known already.
    if (signer.fingerprint === caller.fingerprint) return;
    const issued = await sql`
      select 1 from certificates
      where fingerprint = ${signer.fingerprint} and office = ${to}
        and (revoked_at is null or revoked_at > ${receipt.at}::timestamptz)`;
    if (issued.length === 0) throw new Refusal("receipt-invalid");
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("receipt-invalid", { cause });
    throw cause;
  }
}
