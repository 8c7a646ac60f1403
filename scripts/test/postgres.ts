import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { postgresBinaries } from "./system-packages.ts";

/** A PostgreSQL server from the system's packages, on a free port. */
export interface TestPostgres {
  /** URL of the database `postgres` as superuser. */
  readonly url: string;
  readonly version: string;
  /** Where all it has lies; it goes with the server. */
  readonly folder: string;
  /** Folder of the programs that belong to it, and the account that it and they run under. */
  readonly programs: string;
  readonly account: Account;
  stop(): Promise<void>;
}

/** As root it runs as the user `postgres`, because PostgreSQL refuses root. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const password = "tsunagi-test";

/**
 * Makes a cluster and starts its server.
 * @param settings of the server, besides the usual
 */
export async function startPostgres(
  settings: (folder: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<TestPostgres> {
  const { folder, programs, account } = makePlace();
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o644 });
  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", passwordFile];
  execFileSync(join(programs, "initdb"), [...initdb, "-E", "UTF8", "--no-locale", "--no-sync"], {
    ...account,
    cwd: folder,
    stdio: "pipe",
  });
  return startOn(data, { folder, programs, account }, settings(folder));
}

/**
 * Starts a server on a cluster that was made elsewhere, as a backup is.
 * @param restore puts the cluster's files into the folder that is named
 */
export async function startRestored(
  restore: (data: string) => void,
  settings: Readonly<Record<string, string>>,
): Promise<TestPostgres> {
  const place = makePlace();
  const data = join(place.folder, "data");
  restore(data);
  return startOn(data, place, settings);
}

type Place = Pick<TestPostgres, "folder" | "programs" | "account">;

function makePlace(): Place {
  const programs = postgresBinaries();
  if (!programs) throw new Error("PostgreSQL 15 or later is not installed (Debian: postgresql)");
  const account = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-postgres-"));
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(folder, account.uid, account.gid);
  }
  return { folder, programs, account };
}

async function startOn(
  data: string,
  { folder, programs, account }: Place,
  settings: Readonly<Record<string, string>>,
): Promise<TestPostgres> {
  const port = await freePort();
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: folder, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), ...options], {
    ...account,
    cwd: folder,
    stdio: "ignore",
  });
  await untilReady(join(programs, "pg_isready"), port, server);
  const version = execFileSync(join(programs, "postgres"), ["--version"], {
    encoding: "utf8",
  }).trim();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    version,
    folder,
    programs,
    account,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivilegedUser(): Account {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOfPostgres("-u"), gid: idOfPostgres("-g") };
}

function idOfPostgres(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function untilReady(isReady: string, port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    try {
      execFileSync(isReady, ["-q", "-h", "127.0.0.1", "-p", String(port)]);
      return;
    } catch {
      await pause(200);
    }
  }
  throw new Error("PostgreSQL did not become ready");
}
