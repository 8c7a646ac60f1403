import type { Message } from "@tsunagi/contract/exchange";
import { v7 as newId } from "uuid";
import type { NoticeKind } from "../inbox/received.ts";
import type { Office } from "../office.ts";
import { addStation } from "../store/stations.ts";
import type { Sent } from "./sent.ts";

/** What a notice tells the person at the desk. */
export const noticeTexts: Readonly<Record<NoticeKind, string>> = {
  "waits-long":
    "相手がまだ受け取っていません。このまま受け取られないと、期限の日にセンターから消えます。先方へご連絡ください。",
  expired:
    "相手が期限までに受け取らなかったため、センターから消えました。必要なときは、先方に確かめてから、もう一度送ってください。",
};

const titles: Readonly<Record<NoticeKind, string>> = {
  "waits-long": "まだ受け取られていません",
  expired: "届きませんでした",
};

/** The notice that is due of a message, by what the centre says of it now. */
export function noticeDue(message: Message, now: Date): NoticeKind | undefined {
  if (message.station === "expired") return "expired";
  if (message.station !== "accepted" && message.station !== "offered") return undefined;
  const acceptedAt = message.stations.find(({ station }) => station === "accepted")?.at;
  if (acceptedAt === undefined) return undefined;
  const half = (Date.parse(acceptedAt) + Date.parse(message.expiresAt)) / 2;
  return now.getTime() >= half ? "waits-long" : undefined;
}

/** Puts a notice into 受信一覧; each comes once. To be called inside a transaction of the store. */
export function putNotice({ store, now, changes }: Office, sent: Sent, kind: NoticeKind): void {
  const at = now();
  const id = newId({ msecs: at.getTime() });
  const title = `${titles[kind]}: ${sent.title}`;
  const known = store.sql.get`SELECT 1 FROM received WHERE about = ${sent.id} AND notice = ${kind}`;
  if (known !== undefined) return;
  store.sql.run`INSERT INTO received (id, from_number, from_name, title, month, sealed_sha256,
      received_at, work, notice, about)
    VALUES (${id}, ${sent.to_number}, ${sent.to_name}, ${title}, ${sent.month}, '',
      ${at.toISOString()}, 'confirmed', ${kind}, ${sent.id})`;
  addStation(store, id, "downloaded", at.toISOString());
  changes.tell("received");
}
