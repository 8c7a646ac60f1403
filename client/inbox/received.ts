import type { Explanation } from "../errors.ts";
import type { Store } from "../store/store.ts";

/** What has been done of a received message; `store/migrations.ts` says what each means. */
export type Work =
  | "postponed"
  | "delivered"
  | "receipted"
  | "confirmed"
  | "refused"
  | "refusal-told"
  | "cancelled";

/** A message of 受信一覧 as the store has it. */
export interface Received {
  readonly id: string;
  readonly from_number: string;
  readonly from_name: string;
  readonly title: string;
  readonly month: string | null;
  readonly sealed_sha256: string;
  readonly signed_sha256: string | null;
  readonly received_at: string;
  readonly work: Work;
  readonly trouble_code: string | null;
  readonly trouble_ja: string | null;
  readonly read: number;
  /** A notice of this app instead of data: `outbox/notices.ts`. */
  readonly notice: NoticeKind | null;
  /** The sent message that a notice is about. */
  readonly about: string | null;
}

/** What a notice お知らせ says of a sent message: not received for long, or not in time. */
export type NoticeKind = "waits-long" | "expired";

export function findReceived({ sql }: Store, id: string): Received | undefined {
  return sql.get`SELECT * FROM received WHERE id = ${id}` as Received | undefined;
}

/** All of 受信一覧, newest first. */
export function allReceived({ sql }: Store): Received[] {
  return sql.all`SELECT * FROM received ORDER BY received_at DESC, id DESC` as unknown as Received[];
}

/** Messages of which the centre has not got the receipt, or the refusal, yet; oldest first. */
export function unconfirmed({ sql }: Store): Received[] {
  return sql.all`SELECT * FROM received WHERE work IN ('delivered', 'receipted', 'refused')
    ORDER BY received_at, id` as unknown as Received[];
}

export function markRead({ sql }: Store, id: string): void {
  sql.run`UPDATE received SET read = 1 WHERE id = ${id}`;
}

/** Shows what stands in the way of a message that has a record already; once it is done with, the word is taken back. */
export function noteTrouble(
  { sql }: Store,
  id: string,
  { code, messageJa }: Pick<Explanation, "code" | "messageJa">,
): void {
  sql.run`UPDATE received SET trouble_code = ${code}, trouble_ja = ${messageJa}
    WHERE id = ${id} AND work IN ('delivered', 'receipted')`;
}
