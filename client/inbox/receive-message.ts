import { createHash } from "node:crypto";
import type { Message } from "@tsunagi/contract/exchange";
import { SealingError } from "@tsunagi/sealing";
import { keepPartnerView } from "../certificate-log/known-log.ts";
import { ClientError } from "../errors.ts";
import { at as failurePoint } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepProof } from "../store/proofs.ts";
import { heldAtMost } from "../store/spool.ts";
import { addStation } from "../store/stations.ts";
import type { StoredBytes } from "../store/stored-bytes.ts";
import { titleOfFile, titleOfFiles } from "../tray/titles.ts";
import { downloadToSpool } from "./download.ts";
import { openHeld, openInSpool, type Taken } from "./open-message.ts";
import { postpone, refuse } from "./refuse.ts";

/** The message waits at the centre until these are put right: a clock, most likely this machine's, or the public log. */
const putRightElsewhere: ReadonlySet<string> = new Set([
  "signing-time-wrong",
  "certificate-not-yet-valid",
  "certificate-unlogged",
  "log-rewritten",
  "log-held-back",
]);

/**
 * Takes one waiting message in: downloads, opens and verifies it, writes its files and then its record to disk. Nothing
 * of a message that does not verify is ever written as a file. One that cannot be opened is kept sealed, as refused.
 * @throws CallError, ClientError when the centre cannot be asked; the message then still waits there
 */
export async function receiveMessage(
  office: Office,
  session: Session,
  message: Message,
): Promise<"delivered" | "refused" | "postponed"> {
  const { open, keep } = await fetchMessage(office, session, message);
  failurePoint("downloaded");
  try {
    const taken = await open();
    record(office, message, await keep(), taken);
    failurePoint("record-after-commit");
    return "delivered";
  } catch (error) {
    const isKnown = error instanceof SealingError || error instanceof ClientError;
    if (isKnown && putRightElsewhere.has(error.code)) {
      postpone(office, message, error);
      return "postponed";
    }
    if (!(error instanceof SealingError)) throw error;
    await refuse(office, message, await keep(), error);
    return "refused";
  }
}

/** A message that has come, held or in the spool as large as it is. */
async function fetchMessage(office: Office, session: Session, message: Message) {
  if (message.size > heldAtMost) {
    const sealed = await downloadToSpool(office.store, session, message);
    return { open: () => openInSpool(office, session, message, sealed), keep: () => sealed.keep() };
  }
  const sealed = await downloadHeld(session, message);
  return {
    open: () => openHeld(office, session, message, sealed),
    keep: async () => sealed,
  };
}

/** Bytes that are not those the centre accepted are fetched once more: the way may have changed them, or the place. */
async function downloadHeld(session: Session, { id, sha256 }: Message): Promise<Uint8Array> {
  const download = () => session.authorized((call) => call.download({ params: { id } }));
  const bytes = await download();
  return createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : download();
}

function record(office: Office, message: Message, sealed: StoredBytes, taken: Taken): void {
  const { store } = office;
  const { id, from } = message;
  const { files } = taken;
  const { title, month } = titleOfFiles(files.map(({ name }) => name));
  const receivedAt = office.now().toISOString();
  store.atomically(() => {
    store.sql.run`INSERT OR REPLACE INTO received (id, from_number, from_name, title, month,
        sealed_sha256, signed_sha256, received_at, work)
      VALUES (${id}, ${from.number}, ${from.name}, ${title}, ${month}, ${taken.sealedSha256},
        ${taken.signedSha256}, ${receivedAt}, 'delivered')`;
    for (const [position, { name, type, size, sha256 }] of files.entries()) {
      store.sql.run`INSERT INTO message_file
        (message_id, position, name, type, size, sha256, title)
        VALUES (${id}, ${position}, ${name}, ${type ?? null}, ${size}, ${sha256},
          ${titleOfFile(name)})`;
    }
    keepProof(store, id, "sealed", sealed);
    keepProof(store, id, "signed", taken.signed);
    if (taken.log) keepPartnerView(office, taken.log);
    for (const { station, at } of message.stations) addStation(store, id, station, at);
    addStation(store, id, "downloaded", receivedAt);
    failurePoint("record-before-commit");
  });
}
