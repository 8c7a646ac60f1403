import { createHash } from "node:crypto";
import type { Message } from "@tsunagi/contract/exchange";
import { SealingError } from "@tsunagi/sealing";
import { type Opened, openSealed } from "@tsunagi/sealing/open";
import { allCertifiedKeys } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { at as failurePoint } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepProof } from "../store/proofs.ts";
import { addStation } from "../store/stations.ts";
import { titleOfFile, titleOfFiles } from "../tray/titles.ts";
import { deliverFiles } from "./deliver-files.ts";
import { postpone, refuse } from "./refuse.ts";

/** These say that a clock is wrong, most likely this machine's: the message waits at the centre until it is put right. */
const clockIsWrong: ReadonlySet<string> = new Set([
  "signing-time-wrong",
  "certificate-not-yet-valid",
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
  const sealed = await downloadWhole(session, message);
  failurePoint("downloaded");
  try {
    const opened = openSealed(sealed, {
      keys: allCertifiedKeys(office).map(({ pair, certificate }) => ({
        key: pair.privateKey,
        certificate,
      })),
      authorities: office.authorities,
      at: office.now(),
      expected: {
        id: message.id,
        from: message.from.number,
        to: ownOffice(office).number,
        sealedSha256: message.sha256,
      },
    });
    deliverFiles(office, message.id, opened.parcel.files);
    record(office, message, sealed, opened);
    failurePoint("record-after-commit");
    return "delivered";
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    if (clockIsWrong.has(error.code)) {
      postpone(office, message, error);
      return "postponed";
    }
    refuse(office, message, sealed, error);
    return "refused";
  }
}

/** Bytes that are not those the centre accepted are fetched once more: the way may have changed them, or the place. */
async function downloadWhole(session: Session, { id, sha256 }: Message): Promise<Uint8Array> {
  const download = () => session.authorized((call) => call.download({ params: { id } }));
  const bytes = await download();
  return createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : download();
}

function record(office: Office, message: Message, sealed: Uint8Array, opened: Opened): void {
  const { store } = office;
  const { id, from } = message;
  const { files } = opened.parcel;
  const { title, month } = titleOfFiles(files.map(({ name }) => name));
  const receivedAt = office.now().toISOString();
  store.atomically(() => {
    store.sql.run`INSERT OR REPLACE INTO received (id, from_number, from_name, title, month,
        sealed_sha256, signed_sha256, received_at, work)
      VALUES (${id}, ${from.number}, ${from.name}, ${title}, ${month}, ${opened.sealedSha256},
        ${opened.signedSha256}, ${receivedAt}, 'delivered')`;
    for (const [position, { name, type, bytes }] of files.entries()) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      store.sql.run`INSERT INTO message_file
        (message_id, position, name, type, size, sha256, title)
        VALUES (${id}, ${position}, ${name}, ${type ?? null}, ${bytes.length}, ${sha256},
          ${titleOfFile(name)})`;
    }
    keepProof(store, id, "sealed", sealed);
    keepProof(store, id, "signed", opened.signed);
    keepProof(store, id, "accepted", Buffer.from(message.acceptedReceipt, "base64"));
    for (const { station, at } of message.stations) addStation(store, id, station, at);
    addStation(store, id, "downloaded", receivedAt);
    failurePoint("record-before-commit");
  });
}
