import type { Office } from "../office.ts";
import type { Store } from "../store/store.ts";

/** What has been done of a message; `cancelled` is its end before the receiver took it. */
export type Work = "made" | "sealed" | "accepted" | "cancelled";

/** What happened when it was last tried; `store/migrations.ts` says what each means. */
export type Last = "untried" | "in-doubt" | "put-off" | "held";

/** A message of 送信一覧 as the store has it. */
export interface Sent {
  readonly id: string;
  readonly to_number: string;
  readonly to_name: string;
  readonly title: string;
  readonly month: string | null;
  readonly made_at: string;
  readonly work: Work;
  readonly last: Last;
  readonly sealed_sha256: string | null;
  readonly signed_sha256: string | null;
  /** Failures in a row. */
  readonly tries: number;
  /** null with `put-off`: waits for a login. */
  readonly next_try_at: string | null;
  readonly trouble_code: string | null;
  readonly trouble_ja: string | null;
}

export function findSent({ sql }: Store, id: string): Sent | undefined {
  return sql.get`SELECT * FROM sent WHERE id = ${id}` as Sent | undefined;
}

/** All of 送信一覧, newest first. */
export function allSent({ sql }: Store): Sent[] {
  return sql.all`SELECT * FROM sent ORDER BY id DESC` as unknown as Sent[];
}

/** What is to be sent now, oldest first: all that is due, or with `waiting` also what waits for its time or a login. */
export function dueSent({ store, now }: Office, waiting: boolean): Sent[] {
  const at = waiting ? "9999" : now().toISOString();
  return store.sql.all`SELECT * FROM sent
    WHERE work IN ('made', 'sealed') AND last <> 'held'
      AND (last = 'untried' OR coalesce(next_try_at, '9998') <= ${at})
    ORDER BY id` as unknown as Sent[];
}

/** When the next message falls due, or undefined when none waits for a time. */
export function nextDue({ sql }: Store): string | undefined {
  const row = sql.get`SELECT min(CASE last WHEN 'untried' THEN made_at ELSE next_try_at END) AS at
    FROM sent WHERE work IN ('made', 'sealed') AND last <> 'held'`;
  return typeof row?.["at"] === "string" ? row["at"] : undefined;
}

/** Messages that the centre said no to, oldest first. */
export function heldSent({ sql }: Store): Sent[] {
  return sql.all`SELECT * FROM sent WHERE work IN ('made', 'sealed') AND last = 'held'
    ORDER BY id` as unknown as Sent[];
}

/** Accepted messages of which the last station is not known yet. */
export function travellingSent({ sql }: Store): Sent[] {
  return sql.all`SELECT * FROM sent WHERE work = 'accepted' AND NOT EXISTS (
    SELECT 1 FROM station WHERE message_id = sent.id
      AND station IN ('opened', 'refused', 'cancelled', 'expired')) ORDER BY id` as unknown as Sent[];
}
