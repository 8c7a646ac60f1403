import { limits } from "@tsunagi/contract";
import type { Acceptance } from "@tsunagi/contract/exchange";
import { readBytes, SealingError, verifyReceipt } from "@tsunagi/sealing";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepProof, readProof } from "../store/proofs.ts";
import { addStation } from "../store/stations.ts";
import { sourceOfStored } from "../store/stored-bytes.ts";
import { type SealedMessage, sendInChunks } from "./send-chunks.ts";
import type { Sent } from "./sent.ts";

/**
 * Hands a sealed message to the centre. It counts as accepted only once the centre's signed receipt has been verified
 * and is on disk.
 * @throws ClientError `accepted-receipt-wrong` and those of the session; CallError
 */
export async function handOver(office: Office, session: Session, sent: Sent): Promise<void> {
  const { store } = office;
  const body = readProof(store, sent.id, "sealed");
  if (body === undefined || sent.sealed_sha256 === null) {
    throw new Error("a sealed message without its sealed bytes");
  }
  const sealed = sourceOfStored(store, body);
  const message = { id: sent.id, to: sent.to_number, sha256: sent.sealed_sha256, sealed };
  const send = sealed.size > limits.directBytes ? sendInChunks : sendWhole;
  const answer = await send(session, message, () => noteInDoubt(office, sent));
  const receipt = Buffer.from(answer.acceptedReceipt, "base64");
  const acceptedAt = verifiedTime(office, sent, receipt);
  store.atomically(() => {
    keepProof(store, sent.id, "accepted", receipt);
    addStation(store, sent.id, "accepted", acceptedAt);
    store.sql.run`UPDATE sent SET work = 'accepted', last = 'untried', tries = 0,
      next_try_at = NULL, trouble_code = NULL, trouble_ja = NULL WHERE id = ${sent.id}`;
    at("accepted-before-commit");
  });
  at("accepted-after-commit");
}

async function sendWhole(
  session: Session,
  message: SealedMessage,
  beforeFirst: () => void,
): Promise<Acceptance> {
  const digest = Buffer.from(message.sha256, "hex").toString("base64");
  const body = await readBytes(message.sealed, 0, message.sealed.size);
  return session.authorized((call) => {
    beforeFirst();
    return call.send({
      params: { id: message.id },
      query: { to: message.to },
      headers: { "content-digest": `sha-256=:${digest}:` },
      body,
    });
  });
}

/** Written before the first byte leaves: should the program die now, the centre may have the message. */
function noteInDoubt({ store, now }: Office, { id }: Sent): void {
  at("in-doubt-before-commit");
  store.sql.run`UPDATE sent SET last = 'in-doubt', next_try_at = ${now().toISOString()}
    WHERE id = ${id}`;
  at("in-doubt-after-commit");
}

function verifiedTime(office: Office, sent: Sent, receipt: Uint8Array): string {
  try {
    const { receipt: read } = verifyReceipt(receipt, {
      authorities: office.authorities,
      at: office.now(),
      expected: {
        type: "accepted",
        id: sent.id,
        from: ownOffice(office).number,
        to: sent.to_number,
        ...(sent.sealed_sha256 !== null && { sealedSha256: sent.sealed_sha256 }),
      },
    });
    return read.at;
  } catch (cause) {
    if (!(cause instanceof SealingError)) throw cause;
    throw new ClientError("accepted-receipt-wrong", { cause, detail: cause.code });
  }
}
