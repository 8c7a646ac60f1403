import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { CenterError } from "../../errors.ts";
import { canReach, type ServerAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";

export const superuser = "tsunagi";

/**
 * The PostgreSQL cluster in the data folder, and how to run it:
 * `database/cluster` (PGDATA), `database/password` (0600), `database/log`.
 */
export interface Cluster {
  readonly password: string;
  /** What `postmaster.pid` says, when there is one. */
  recorded(): { readonly pid: number; readonly port: number } | undefined;
  /** Starts the server in a session of its own, so that a Ctrl-C meant for the centre does not reach it. */
  launch(port: number): ChildProcess;
  /** The end of the server's log, for an error's message. */
  logTail(): string;
}

/**
 * Opens the cluster of a data folder, and makes it when there is none.
 *
 * @throws CenterError `data-folder-unreachable`, `database-start-failed`, and those of `findBinaries`
 */
export async function openCluster(
  dataFolder: string,
  account: ServerAccount | undefined,
): Promise<Cluster> {
  const home = resolve(dataFolder, "database");
  const programs = findBinaries(account);
  if (!existsSync(home)) await create(home, programs, account);
  const data = join(home, "cluster");
  const log = join(home, "log");
  return {
    password: readFileSync(join(home, "password"), "utf8"),
    recorded: () => readPidFile(join(data, "postmaster.pid")),
    launch: (port) => {
      turnOver(log);
      return run(programs.postgres, data, account, openSync(log, "a", 0o600), [
        `--port=${port}`,
        "--listen_addresses=127.0.0.1",
        "--unix_socket_directories=",
        "--fsync=on",
        "--synchronous_commit=on",
        "--full_page_writes=on",
        // A checkpoint after every gigabyte of log would have each page written whole into the log again, every few seconds.
        "--max_wal_size=4GB",
        "--checkpoint_timeout=15min",
        "--wal_buffers=16MB",
        "--timezone=UTC",
        // A failed statement is logged without its text: that could hold what people typed.
        "--log_min_error_statement=panic",
      ]);
    },
    logTail: () => (existsSync(log) ? readFileSync(log, "utf8").slice(-2000) : ""),
  };
}

/** Made under another name and renamed when whole: a start that was cut off leaves nothing half made. */
async function create(
  home: string,
  { initdb }: Binaries,
  account: ServerAccount | undefined,
): Promise<void> {
  const unfinished = `${home}.${randomUUID()}`;
  const data = join(unfinished, "cluster");
  const passwordFile = join(unfinished, "password");
  const log = join(unfinished, "log");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(unfinished, 0o711);
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (account) {
    chownSync(data, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const passwordFd = openSync(passwordFile, "r");
  try {
    const child = run(
      initdb,
      data,
      account,
      openSync(log, "a", 0o600),
      [
        "--auth=scram-sha-256",
        `--username=${superuser}`,
        "--encoding=UTF8",
        "--locale=C",
        "--data-checksums",
        "--no-instructions",
        `--pwfile=${existsSync("/proc/self/fd") ? "/proc/self/fd/4" : passwordFile}`,
      ],
      passwordFd,
    );
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new CenterError("database-start-failed", readFileSync(log, "utf8"));
    if (account) chownSync(passwordFile, 0, 0);
    renameSync(unfinished, home);
  } catch (error) {
    // Another process of this folder may have been quicker.
    if (!existsSync(home)) throw error;
  } finally {
    closeSync(passwordFd);
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Runs a program of PostgreSQL on the cluster. The server's account often may not enter the folders above the data
 * folder (/root, a private folder under /tmp): then it is handed the open folder, which Linux reaches through
 * /proc/self/fd without asking those above.
 */
function run(
  program: string,
  data: string,
  account: ServerAccount | undefined,
  log: number,
  args: readonly string[],
  more?: number,
): ChildProcess {
  const handed = account !== undefined && !canReach(account, data);
  if (handed && !existsSync("/proc/self/fd")) throw new CenterError("data-folder-unreachable");
  const folder = openSync(data, "r");
  try {
    return spawn(program, ["-D", handed ? "/proc/self/fd/3" : data, ...args], {
      ...account,
      cwd: "/",
      detached: true,
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", log, log, folder, ...(more === undefined ? [] : [more])],
    });
  } finally {
    closeSync(folder);
    closeSync(log);
  }
}

function readPidFile(path: string): { pid: number; port: number } | undefined {
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

const logBytes = 10 * 1024 * 1024;

function turnOver(log: string): void {
  if (existsSync(log) && statSync(log).size > logBytes) renameSync(log, `${log}.1`);
}
