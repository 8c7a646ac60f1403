import { Gauge, type Registry } from "prom-client";
import type { Sql } from "../database/pool.ts";

/** What is counted once for all processes of a centre, when somebody asks and at most so often. */
const restMilliseconds = 15_000;

interface Counts {
  readonly waiting: number;
  readonly waitingBytes: number;
  readonly oldestSeconds: number;
  readonly uploads: number;
  readonly active: number;
  readonly idle: number;
  readonly inTransaction: number;
}

interface Needs {
  readonly sql: Sql;
  readonly clock: () => Date;
}

/** Figures out of the database. While it is away they are left out, and `tsunagi_database_up` is 0. */
export function countInDatabase(registry: Registry, context: Needs): void {
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const up = gauge("tsunagi_database_up", "1 when the database answered.");
  const waiting = gauge("tsunagi_waiting_messages", "Messages not opened or refused yet.");
  const waitingBytes = gauge("tsunagi_waiting_bytes", "Sealed bytes of the waiting messages.");
  const oldest = gauge(
    "tsunagi_oldest_waiting_seconds",
    "How long ago the oldest waiting message was accepted.",
  );
  const uploads = gauge("tsunagi_open_uploads", "Large messages that are coming in chunks.");
  const connections = new Gauge({
    name: "tsunagi_database_connections",
    help: "Connections of all centre processes to this database, by what they are doing.",
    labelNames: ["state"] as const,
    registers: [registry],
    collect: refresh,
  });

  function gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [registry], collect: refresh });
  }

  /** All gauges are asked at the same time, and wait for the same reading. */
  function refresh(): Promise<void> | undefined {
    if (performance.now() - readAt >= restMilliseconds) {
      readAt = performance.now();
      reading = count(context).then(show, hide);
    }
    return reading;
  }

  function show(counts: Counts): void {
    up.set(1);
    waiting.set(counts.waiting);
    waitingBytes.set(counts.waitingBytes);
    oldest.set(counts.oldestSeconds);
    uploads.set(counts.uploads);
    connections.set({ state: "active" }, counts.active);
    connections.set({ state: "idle" }, counts.idle);
    connections.set({ state: "in-transaction" }, counts.inTransaction);
  }

  function hide(): void {
    up.set(0);
    for (const one of [waiting, waitingBytes, oldest, uploads]) one.remove();
    connections.reset();
  }
}

async function count({ sql, clock }: Needs): Promise<Counts> {
  const [row] = await sql<[Counts]>`
    select w.waiting, w.bytes::bigint as "waitingBytes",
           coalesce(extract(epoch from ${clock()}::timestamptz - w.oldest), 0)::float8 as "oldestSeconds",
           (select count(*) from uploads) as uploads,
           c.active, c.idle, c."inTransaction"
    from (
      select count(*) as waiting, coalesce(sum(size), 0) as bytes, min(accepted_at) as oldest
      from messages
      where opened_at is null and refused_at is null and cancelled_at is null and expired_at is null
    ) as w, (
      select count(*) filter (where state = 'active') as active, count(*) filter (where state = 'idle') as idle,
             count(*) filter (where state like 'idle in transaction%') as "inTransaction"
      from pg_stat_activity where datname = current_database() and application_name like 'tsunagi-center%'
    ) as c`;
  return row;
}
