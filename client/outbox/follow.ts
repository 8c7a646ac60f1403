import type { MessageWithReceipts } from "@tsunagi/contract/exchange";
import { SealingError, verifyReceipt } from "@tsunagi/sealing";
import { ownOffice } from "../enrolment/own-office.ts";
import { type ClientErrorCode, clientErrors } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepProof } from "../store/proofs.ts";
import { addStation } from "../store/stations.ts";
import { noticeDue, putNotice } from "./notices.ts";
import { findSent, type Sent, travellingSent } from "./sent.ts";

/** Asks the centre how far every message that is still on its way has come. Throws as `Session.authorized` does. */
export async function followAll(office: Office, session: Session): Promise<void> {
  for (const { id } of travellingSent(office.store)) await followOne(office, session, id);
}

/** Asks how far one message has come. A message that this machine has not sent, or that lies in the outbox, is passed over. */
export async function followOne(office: Office, session: Session, id: string): Promise<void> {
  if (findSent(office.store, id)?.work !== "accepted") return;
  noteStations(office, await session.authorized((call) => call.message({ params: { id } })));
}

/** Notes what the centre says of a sent message. That it was opened is believed only to the receiver's signature. */
export function noteStations(office: Office, message: MessageWithReceipts): void {
  const sent = findSent(office.store, message.id);
  if (sent?.work !== "accepted") return;
  const opened = openedReceipt(office, sent, message);
  office.store.atomically(() => {
    for (const reached of message.stations) {
      if (reached.station === "opened") continue;
      addStation(office.store, sent.id, reached.station, reached.at);
    }
    if (opened.state === "proved") {
      keepProof(office.store, sent.id, "opened", opened.bytes);
      addStation(office.store, sent.id, "opened", opened.at);
    }
    if (opened.state === "forged") noteTrouble(office, sent, "opened-receipt-wrong");
    if (message.station === "refused") noteTrouble(office, sent, "refused-by-receiver");
    if (message.station === "expired") noteTrouble(office, sent, "not-received-in-time");
    const notice = noticeDue(message, office.now());
    if (notice !== undefined) putNotice(office, sent, notice);
    if (message.station === "cancelled") {
      office.store.sql.run`UPDATE sent SET work = 'cancelled' WHERE id = ${sent.id}`;
    }
    at("stations-before-commit");
  });
  at("stations-after-commit");
  office.changes.tell("sent");
}

type OpenedReceipt =
  | { readonly state: "absent" | "forged" }
  | { readonly state: "proved"; readonly bytes: Uint8Array; readonly at: string };

function openedReceipt(office: Office, sent: Sent, message: MessageWithReceipts): OpenedReceipt {
  if (message.openedReceipt === null) {
    return { state: message.station === "opened" ? "forged" : "absent" };
  }
  const bytes = Buffer.from(message.openedReceipt, "base64");
  try {
    const { receipt } = verifyReceipt(bytes, {
      authorities: office.authorities,
      at: office.now(),
      expected: {
        type: "opened",
        id: sent.id,
        from: ownOffice(office).number,
        to: sent.to_number,
        ...(sent.sealed_sha256 !== null && { sealedSha256: sent.sealed_sha256 }),
        ...(sent.signed_sha256 !== null && { signedSha256: sent.signed_sha256 }),
      },
    });
    return { state: "proved", bytes, at: receipt.at };
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    return { state: "forged" };
  }
}

function noteTrouble({ store }: Office, { id }: Sent, code: ClientErrorCode): void {
  store.sql.run`UPDATE sent SET trouble_code = ${code}, trouble_ja = ${clientErrors[code].ja}
    WHERE id = ${id}`;
}
