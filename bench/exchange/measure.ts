import postgres from "postgres";
import type { Details, Measured } from "./bench.ts";
import type { CenterUnderLoad } from "./center-process.ts";
import { type MachineLimits, measureBareTls, measureFsync, measureInsert } from "./limits.ts";
import type { CaseName, Order } from "./load-child.ts";
import type { Load } from "./load-process.ts";
import { cpuSeconds, cpuSecondsOfAll, parentOf, residentMegabytes } from "./process-figures.ts";

/** A centre, its database and its clients, ready for a case. */
export interface Stage {
  readonly database: Measured["database"];
  /** Messages that one statement of the centre takes at most. */
  readonly together: number;
  readonly center: CenterUnderLoad;
  readonly load: Load;
  /** Of the database server's first process. */
  readonly databasePid: number;
}

export interface CaseOrder extends Order {
  readonly name: CaseName;
}

const inboxSize = 5_000;
/** Limits settle sooner than the exchange. */
const longestLimitSeconds = 5;

/** Fills the inbox that is listed. */
export async function openStage(parts: Omit<Stage, "databasePid">): Promise<Stage> {
  const { center, load } = parts;
  const sql = postgres(center.databaseUrl, { max: 1 });
  const [row] = await sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
  const databasePid = parentOf(row.pid) ?? row.pid;
  const filling = { connections: 32, bytes: 4_000, seconds: 600, calls: inboxSize };
  await load.run({ ...filling, name: "fill-inbox" });
  await sql`analyze`;
  await sql.end();
  return { ...parts, databasePid };
}

/** Measures a case, right after the limits that it is held against. */
export async function measure(
  stage: Stage,
  order: CaseOrder,
): Promise<{ readonly measured: Measured; readonly details: Details }> {
  const { database, together, center, load, databasePid } = stage;
  const { name, connections, seconds } = order;
  // Brings everything to work, and sees to it that there is something to receive.
  const first =
    name === "download-receipt"
      ? await load.run({ ...order, name: "accept" })
      : await load.run({ ...order, seconds: Math.min(2, seconds) });
  const bytes = name === "list" ? first.answerBytes : order.bytes;
  const limits = await measureLimits(stage, order, bytes);

  const before = {
    center: cpuSeconds(center.pid),
    load: cpuSeconds(load.pid),
    database: cpuSecondsOfAll(databasePid),
  };
  const { perSecond, p50ms, p99ms, ...rest } = await load.run(order);
  const limit = slowest(name, limits);
  return {
    measured: {
      case: name,
      database,
      connections,
      together,
      bytes,
      perSecond,
      p50ms,
      p99ms,
      rssMb: residentMegabytes(center.pid),
      cpuSeconds: cpuSeconds(center.pid) - before.center,
      limit,
      ratio: perSecond / limit,
    },
    details: {
      ...limits,
      ...rest,
      loadCpuSeconds: cpuSeconds(load.pid) - before.load,
      databaseCpuSeconds: cpuSecondsOfAll(databasePid) - before.database,
      ...(name === "list" && {
        wholeInboxMs: (await load.run({ ...order, name: "list-all", connections: 1, calls: 5 }))
          .p50ms,
      }),
    },
  };
}

async function measureLimits(
  { center, load }: Stage,
  order: CaseOrder,
  bytes: number,
): Promise<MachineLimits> {
  const seconds = Math.min(longestLimitSeconds, order.seconds);
  const { connections } = order;
  const listing = order.name === "list";
  return {
    fsync: measureFsync(center.dataFolder, order.bytes, Math.min(2, seconds)),
    pgbench: listing
      ? undefined
      : measureInsert(center.databaseUrl, connections, order.bytes, Math.ceil(seconds)),
    bareTls: await measureBareTls(center.dataFolder, load, {
      ...order,
      seconds,
      ...((listing || order.name === "download-receipt") && { answerBytes: bytes }),
    }),
  };
}

/** A list writes nothing. */
function slowest(name: CaseName, { fsync, pgbench, bareTls }: MachineLimits): number {
  if (name === "list") return bareTls;
  return Math.min(fsync, bareTls, pgbench ?? Number.POSITIVE_INFINITY);
}
