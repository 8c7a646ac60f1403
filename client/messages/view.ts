import type { DeskMessage, Trouble } from "@tsunagi/contract/desk";
import { allReceived, findReceived, type Received } from "../inbox/received.ts";
import type { Office } from "../office.ts";
import { noticeTexts } from "../outbox/notices.ts";
import { allSent, findSent, type Sent } from "../outbox/sent.ts";
import { filesOf } from "../store/message-files.ts";
import { stationsOf } from "../store/stations.ts";
import type { Store } from "../store/store.ts";

/** 送信一覧 or 受信一覧, newest first. */
export function listMessages({ store }: Office, box: "sent" | "received"): DeskMessage[] {
  return box === "sent"
    ? allSent(store).map((sent) => viewOfSent(store, sent))
    : allReceived(store).map((received) => viewOfReceived(store, received));
}

/** One message of either box, or undefined. */
export function findMessage({ store }: Office, id: string): DeskMessage | undefined {
  const sent = findSent(store, id);
  if (sent !== undefined) return viewOfSent(store, sent);
  const received = findReceived(store, id);
  return received === undefined ? undefined : viewOfReceived(store, received);
}

function viewOfSent(store: Store, sent: Sent): DeskMessage {
  const retrying = sent.last !== "held" && sent.next_try_at !== null;
  return {
    ...partsOf(store, sent, "sent"),
    partner: { number: sent.to_number, name: sent.to_name },
    trouble: troubleOf(sent, retrying),
    read: true,
    notice: null,
  };
}

function viewOfReceived(store: Store, received: Received): DeskMessage {
  return {
    ...partsOf(store, received, "received"),
    partner: { number: received.from_number, name: received.from_name },
    trouble: troubleOf(received, received.work === "postponed"),
    read: received.read === 1,
    notice: noticeOf(received),
  };
}

function partsOf(
  store: Store,
  { id, title, month }: Sent | Received,
  box: DeskMessage["box"],
): Pick<DeskMessage, "id" | "box" | "title" | "month" | "station" | "stations" | "files"> {
  const stations = stationsOf(store, id);
  const files = filesOf(store, id).map(({ name, size, title: what, sha256 }) => ({
    name,
    size,
    title: what,
    sha256,
  }));
  return { id, box, title, month, station: stations.at(-1)?.station ?? "made", stations, files };
}

function noticeOf({ notice, about }: Received): DeskMessage["notice"] {
  return notice === null || about === null ? null : { text: noticeTexts[notice], about };
}

function troubleOf(
  { trouble_code: code, trouble_ja: message }: Sent | Received,
  retrying: boolean,
): Trouble | null {
  return code === null || message === null ? null : { code, message, retrying };
}
