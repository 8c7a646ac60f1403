import type { SendProgress } from "@tsunagi/contract/desk";
import type { Store } from "../store/store.ts";

/**
 * The batch that a message joins which is put on its way now: the one of which something still is, or a new one. What
 * is held is not on its way.
 */
export function batchToJoin({ sql }: Store): number {
  const row = sql.get`SELECT coalesce(max(batch), 0) AS last,
      EXISTS (SELECT 1 FROM sent WHERE batch = (SELECT max(batch) FROM sent)
        AND work IN ('made', 'sealed') AND last <> 'held') AS moving FROM sent`;
  const last = Number(row?.["last"] ?? 0);
  return row?.["moving"] === 1 ? last : last + 1;
}

/** How far the last batch is; what was taken back does not count. */
export function sendProgress({ sql }: Store): SendProgress {
  const row = sql.get`SELECT count(*) AS messages,
      count(*) FILTER (WHERE work = 'accepted') AS accepted,
      count(*) FILTER (WHERE work <> 'accepted' AND last = 'held') AS held,
      coalesce(sum(size), 0) AS bytes,
      coalesce(sum(size) FILTER (WHERE work = 'accepted'), 0) AS acceptedBytes
    FROM (SELECT work, last, (SELECT sum(size) FROM message_file WHERE message_id = sent.id) AS size
      FROM sent WHERE batch = (SELECT max(batch) FROM sent) AND work <> 'cancelled')`;
  const count = (name: string): number => Number(row?.[name] ?? 0);
  const [messages, accepted, held] = [count("messages"), count("accepted"), count("held")];
  return {
    messages,
    accepted,
    held,
    moving: messages - accepted - held,
    bytes: count("bytes"),
    acceptedBytes: count("acceptedBytes"),
  };
}
