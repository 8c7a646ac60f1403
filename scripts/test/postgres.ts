import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { postgresBinaries } from "./system-packages.ts";

/** A PostgreSQL server from the system's packages, on a free port, with a data folder that goes with it. */
export interface TestPostgres {
  /** URL of the database `postgres` as superuser. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** Starts the server; as root it runs as the user `postgres`, because PostgreSQL refuses root. */
export async function startPostgres(): Promise<TestPostgres> {
  const binaries = postgresBinaries();
  if (!binaries) throw new Error("PostgreSQL 15 or later is not installed (Debian: postgresql)");
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, "tsunagi-test\n", { mode: 0o644 });
  const options = { ...user, cwd: folder };
  execFileSync(
    join(binaries, "initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
      "-E",
      "UTF8",
      "--no-locale",
      "--no-sync",
    ],
    { ...options, stdio: "pipe" },
  );
  const server = spawn(
    join(binaries, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=${folder}`,
    ],
    { ...options, stdio: "ignore" },
  );
  await untilReady(join(binaries, "pg_isready"), port, server);
  const version = execFileSync(join(binaries, "postgres"), ["--version"], {
    encoding: "utf8",
  }).trim();
  return {
    url: `postgres://postgres:tsunagi-test@127.0.0.1:${port}/postgres`,
    version,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivilegedUser(): { uid?: number; gid?: number } {
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
