import { join } from "node:path";
import type { Message } from "@tsunagi/contract/exchange";
import type { SealingError } from "@tsunagi/sealing";
import type { ClientError } from "../errors.ts";
import { at as failurePoint } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { makeFolderDurably, writePieces } from "../store/durable-file.ts";
import { keepProof } from "../store/proofs.ts";
import { addStation } from "../store/stations.ts";
import { type StoredBytes, sourceOfStored } from "../store/stored-bytes.ts";
import type { Work } from "./received.ts";

/** Code, and the sentence for the person at the desk. */
type Reason = Pick<SealingError | ClientError, "code" | "messageJa">;

/** What a message is called that could not be opened. */
const unopenedTitle = "開けなかったデータ";

/** Keeps a message that cannot be opened, sealed as it came, in `refused/`, and shows it in 受信一覧 with the reason. */
export async function refuse(
  office: Office,
  message: Message,
  sealed: StoredBytes,
  reason: SealingError,
): Promise<void> {
  const folder = join(office.store.folder, "refused");
  makeFolderDurably(folder);
  const { size, read } = sourceOfStored(office.store, sealed);
  await writePieces(join(folder, `${message.id}.p7m`), read(0, size));
  failurePoint("refused-bytes-written");
  office.store.atomically(() => {
    note(office, message, "refused", reason);
    addStation(office.store, message.id, "refused", office.now().toISOString());
    keepProof(office.store, message.id, "sealed", sealed);
    failurePoint("refused-before-commit");
  });
  failurePoint("refused-after-commit");
}

/** Shows a message that cannot be opened now; it stays at the centre and is tried again. */
export function postpone(office: Office, message: Message, reason: Reason): void {
  office.store.atomically(() => note(office, message, "postponed", reason));
}

/** The sender took a message back that was shown as postponed. */
export function noteTakenBack({ store, changes }: Office, id: string, at: string): void {
  const { changes: rows } = store.sql.run`UPDATE received
    SET work = 'cancelled', trouble_code = NULL, trouble_ja = NULL
    WHERE id = ${id} AND work = 'postponed'`;
  if (rows === 0) return;
  addStation(store, id, "cancelled", at);
  changes.tell("received");
}

/** Inside a transaction. */
function note(office: Office, message: Message, work: Work, reason: Reason): void {
  const { store } = office;
  const { id, from, sha256 } = message;
  store.sql.run`INSERT OR REPLACE INTO received (id, from_number, from_name, title, month,
      sealed_sha256, received_at, work, trouble_code, trouble_ja)
    VALUES (${id}, ${from.number}, ${from.name}, ${unopenedTitle}, NULL, ${sha256},
      ${office.now().toISOString()}, ${work}, ${reason.code}, ${reason.messageJa})`;
  for (const { station, at } of message.stations) addStation(store, id, station, at);
}
