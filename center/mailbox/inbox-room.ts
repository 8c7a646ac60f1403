import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { findAccepted, type Identity } from "./acceptance.ts";

/** How long a count is believed while there is room, milliseconds. */
const believed = 10_000;
const receiversAtMost = 10_000;

/** What waits for a receiver: counted in the database, and what this process accepted since. */
interface Count {
  messages: number;
  bytes: number;
  readonly at: number;
}

/**
 * Keeps what waits for a receiver within the limits of an inbox. Processes do not tell each other what they accept, so
 * the limit is kept within what comes in ten seconds; no message costs a count of its own.
 */
export interface InboxRoom {
  /**
   * A message that was accepted before is let through, to its first answer.
   * @throws Refusal `inbox-full`
   */
  require(message: Pick<Identity, "id" | "to">, size: number): Promise<void>;
}

export function makeInboxRoom(context: Pick<Context, "sql" | "clock" | "limits">): InboxRoom {
  const { sql, clock, limits } = context;
  const counts = new Map<string, Count>();

  return {
    async require({ id, to }, size) {
      const count = await countWithRoom(to, size);
      if (hasRoom(count, size)) {
        count.messages += 1;
        count.bytes += size;
        return;
      }
      if (await findAccepted(sql, id)) return;
      throw new Refusal("inbox-full", { retryAfterSeconds: 3600 });
    },
  };

  /** A count that leaves no room is not believed: the receiver may have opened something since. */
  async function countWithRoom(to: string, size: number): Promise<Count> {
    const known = counts.get(to);
    const now = clock().getTime();
    if (known && now - known.at < believed && hasRoom(known, size)) return known;
    const [row] = await sql<[{ messages: number; bytes: number }]>`
      select count(*) as messages, coalesce(sum(size), 0)::bigint as bytes from messages
      where to_office = ${to} and opened_at is null and refused_at is null and cancelled_at is null
        and expired_at is null`;
    if (counts.size >= receiversAtMost) counts.clear();
    const count = { ...row, at: now };
    counts.set(to, count);
    return count;
  }

  function hasRoom({ messages, bytes }: Count, size: number): boolean {
    return messages < limits.inboxMessages && bytes + size <= limits.inboxBytes;
  }
}
