import type { Context } from "../context.ts";
import { markExpired } from "./stations.ts";

/** Messages that are looked up at a time. */
const atOnce = 500;

/** Lets every message expire whose receiver has not taken it in time; both offices are told. */
export async function expireUnreceived(
  context: Pick<Context, "sql" | "clock" | "bell">,
): Promise<void> {
  const { sql, clock } = context;
  for (;;) {
    const due = await sql<{ id: string; from: string; to: string }[]>`
      select id, from_office as "from", to_office as "to" from messages
      where expires_at <= ${clock()} and downloaded_at is null and opened_at is null
        and refused_at is null and cancelled_at is null and expired_at is null
      order by expires_at limit ${atOnce}`;
    for (const message of due) await markExpired(context, message);
    if (due.length < atOnce) return;
  }
}
