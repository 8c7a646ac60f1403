import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { CenterError } from "../../errors.ts";
import { serverAccount } from "./account.ts";
import { type Cluster, openCluster, superuser } from "./cluster.ts";
import { lockDataFolder } from "./folder-lock.ts";

/** Where to connect. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The embedded server, in use by this process. */
export interface EmbeddedServer {
  readonly address: Address;
  /** Ends this process's use, and the server with it when no other process uses it. */
  release(): Promise<void>;
}

/**
 * Who uses the server holds this lock, shared, as long as it does; whoever can take it alone is the last and stops the
 * server. PostgreSQL lets go of the locks of a process that died. That there is one centre to a data folder is held by
 * a lock of the operating system, which does not go away with the server.
 */
const useLock = "(7469, 1)";

/**
 * Finds the server of a data folder running (started by another process, or left behind by one that was killed) or
 * starts it, and keeps it running until `release`.
 *
 * @param as `center` is refused when another centre runs on the folder; `command` is not
 * @param onTrouble told when the server went away and could not be started again; that is tried until `release`
 * @throws CenterError `data-folder-in-use`, `database-start-failed`, and those of `openCluster`
 */
export async function useEmbedded(
  dataFolder: string,
  as: "center" | "command",
  onTrouble: (error: unknown) => void,
): Promise<EmbeddedServer> {
  const unlock = as === "center" ? lockDataFolder(dataFolder) : () => undefined;
  try {
    const cluster = await openCluster(dataFolder, serverAccount());
    const server = await keepRunning(cluster, await reach(cluster), onTrouble);
    return { ...server, release: () => server.release().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function keepRunning(
  cluster: Cluster,
  first: ServerSession,
  onTrouble: (error: unknown) => void,
): Promise<EmbeddedServer> {
  let session = first;
  const { port } = session;
  await takeUse(session.sql);

  const ending = new AbortController();
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await wait(1000, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted || (await answers(session)) || ending.signal.aborted) continue;
      try {
        await session.sql.end({ timeout: 0 });
        // The pool of the centre knows the port: the server has to come back on the same.
        session = await reach(cluster, port);
        await takeUse(session.sql);
      } catch (error) {
        onTrouble(error);
      }
    }
  };
  const running = watch();

  return {
    address: addressOf(cluster, port),
    async release() {
      if (ending.signal.aborted) return;
      ending.abort();
      await running;
      const last = await letGo(session.sql).catch(() => false);
      await session.sql.end({ timeout: 0 });
      if (last) await shutDown(cluster);
    },
  };
}

interface ServerSession {
  readonly sql: postgres.Sql;
  readonly backend: number;
  readonly port: number;
}

const patience = { startSeconds: 120, refusedSeconds: 5, unreapedSeconds: 20, stopSeconds: 60 };

/** Connects to the server, and starts it when none answers. */
async function reach(cluster: Cluster, fixedPort?: number): Promise<ServerSession> {
  const deadline = Date.now() + patience.startSeconds * 1000;
  const unreapedUntil = Date.now() + patience.unreapedSeconds * 1000;
  let launched: { readonly exited: () => boolean } | undefined;
  let refusedSince: number | undefined;
  for (let attempts = 0; Date.now() < deadline; await wait(40)) {
    const recorded = cluster.recorded();
    if (recorded && isAlive(recorded.pid)) {
      const outcome = await connect(addressOf(cluster, recorded.port));
      if (typeof outcome !== "string") return { ...outcome, port: recorded.port };
      if (outcome === "starting-or-stopping") continue;
      // Nobody listens there: a server that is about to, or another program that was given the old server's number.
      refusedSince ??= Date.now();
      const settled = Date.now() - refusedSince > patience.refusedSeconds * 1000;
      if (outcome === "refused" && !settled) continue;
    }
    if (launched && !launched.exited()) continue;
    // PostgreSQL takes a killed server for a running one until its parent, or who inherited it, has taken note.
    if (recorded && isZombie(recorded.pid) && Date.now() < unreapedUntil) continue;
    attempts += 1;
    if (attempts > 3) break;
    launched = launch(cluster, fixedPort ?? (await freePort()));
  }
  throw new CenterError("database-start-failed", cluster.logTail());
}

function launch(cluster: Cluster, port: number): { readonly exited: () => boolean } {
  const child = cluster.launch(port);
  let exited = false;
  child.once("exit", () => (exited = true)).once("error", () => (exited = true));
  child.unref();
  return { exited: () => exited };
}

async function connect(
  address: Address,
): Promise<Omit<ServerSession, "port"> | "starting-or-stopping" | "refused" | "foreign"> {
  const sql = postgres({ ...address, ...quietSingle });
  try {
    const [row] = await sql<[{ backend: number }]>`select pg_backend_pid() as backend`;
    return { sql, backend: row.backend };
  } catch (error) {
    await sql.end({ timeout: 0 });
    const code = (error as { code?: string }).code ?? "";
    if (code === "57P03" || code.startsWith("CONNECTION_")) return "starting-or-stopping";
    return code === "28P01" || code === "28000" ? "foreign" : "refused";
  }
}

/** One connection that is never given up for its age: it holds locks. */
const quietSingle = {
  max: 1,
  max_lifetime: null,
  connect_timeout: 5,
  fetch_types: false,
  backoff: false,
  onnotice: () => undefined,
} as const;

async function takeUse(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`select pg_advisory_lock_shared${useLock}`);
}

/** @returns whether nobody else uses the server */
async function letGo(sql: postgres.Sql): Promise<boolean> {
  await sql.unsafe(`select pg_advisory_unlock_shared${useLock}`);
  const [row] = await sql.unsafe(`select pg_try_advisory_lock${useLock} as alone`);
  return row?.["alone"] === true;
}

/** A connection that was lost comes back as another backend, without the locks. */
async function answers({ sql, backend }: ServerSession): Promise<boolean> {
  try {
    const [row] = await sql<[{ backend: number }]>`select pg_backend_pid() as backend`;
    return row.backend === backend;
  } catch {
    return false;
  }
}

/** A "fast" shutdown: sessions end, everything is on disk. */
async function shutDown(cluster: Cluster): Promise<void> {
  const running = cluster.recorded();
  if (!running || !isAlive(running.pid)) return;
  process.kill(running.pid, "SIGINT");
  const deadline = Date.now() + patience.stopSeconds * 1000;
  while (isAlive(running.pid) && Date.now() < deadline) await wait(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Ended, but not yet taken note of: in a container without an init that may stay so. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function addressOf(cluster: Cluster, port: number): Address {
  const { password } = cluster;
  return { host: "127.0.0.1", port, user: superuser, password, database: "postgres" };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
