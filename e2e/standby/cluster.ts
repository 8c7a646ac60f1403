import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { postgresBinaries } from "../../scripts/test/system-packages.ts";

/**
 * Three PostgreSQL servers under Patroni, of which one is the primary and one its synchronous standby, with HAProxy
 * before them. With two, nothing could be accepted any more once one is gone: the mode is strict.
 */
export interface Cluster {
  /** Through the proxy, which leads to whoever is primary. */
  readonly url: string;
  /** The name of the primary, once there is one with a synchronous standby. */
  primary(): Promise<string>;
  /** SIGKILL to the server and to the Patroni that watches it: the machine is gone. */
  kill(name: string): void;
  /** The last lines that Patroni and the servers said. */
  log(): string;
  stop(): Promise<void>;
}

interface Node {
  readonly name: string;
  readonly postgresPort: number;
  readonly restPort: number;
  readonly data: string;
  readonly patroni: ChildProcess;
}

interface Member {
  readonly name: string;
  readonly role: string;
  readonly state: string;
}

const password = "tsunagi-standby";

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-standby-"));
  const account = postgresAccount();
  own(folder);
  const etcdPort = await freePort();
  const peerPort = await freePort();
  const etcd = start("etcd", [
    "--data-dir",
    join(folder, "etcd"),
    "--listen-client-urls",
    `http://127.0.0.1:${etcdPort}`,
    "--advertise-client-urls",
    `http://127.0.0.1:${etcdPort}`,
    "--listen-peer-urls",
    `http://127.0.0.1:${peerPort}`,
    "--initial-advertise-peer-urls",
    `http://127.0.0.1:${peerPort}`,
    "--initial-cluster",
    `default=http://127.0.0.1:${peerPort}`,
  ]);
  const nodes = [await startNode("one"), await startNode("two"), await startNode("three")];
  const proxyPort = await freePort();
  const proxyFile = join(folder, "haproxy.cfg");
  writeFileSync(proxyFile, proxyConfig(proxyPort, nodes));
  const proxy = start("haproxy", ["-db", "-f", proxyFile]);

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${proxyPort}/postgres`,
    primary,
    kill(name) {
      const node = nodes.find((one) => one.name === name);
      if (!node) throw new Error(`no server ${name}`);
      // Patroni first: it must not start the server again.
      node.patroni.kill("SIGKILL");
      const [pid] = readFileSync(join(node.data, "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
    log: () => readFileSync(join(folder, "log"), "utf8").split("\n").slice(-60).join("\n"),
    async stop() {
      for (const child of [...nodes.map(({ patroni }) => patroni), proxy, etcd]) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function startNode(name: string): Promise<Node> {
    const [postgresPort, restPort] = [await freePort(), await freePort()];
    const data = join(folder, name, "data");
    mkdirSync(join(folder, name));
    own(join(folder, name));
    const file = join(folder, `${name}.json`);
    const places = { folder, name, data, postgresPort, restPort, etcdPort };
    writeFileSync(file, JSON.stringify(patroniConfig(places), undefined, 2));
    chmodSync(file, 0o644);
    return { name, postgresPort, restPort, data, patroni: start("patroni", [file]) };
  }

  async function primary(): Promise<string> {
    for (;;) {
      const members = await askMembers();
      const leader = members.find(({ role, state }) => role === "leader" && state === "running");
      if (leader && members.some(({ role }) => role === "sync_standby")) return leader.name;
      await pause(200);
    }
  }

  async function askMembers(): Promise<readonly Member[]> {
    for (const { restPort } of nodes) {
      const answer = await fetch(`http://127.0.0.1:${restPort}/cluster`).catch(() => undefined);
      if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members;
    }
    return [];
  }

  function start(program: string, args: readonly string[]): ChildProcess {
    const log = openSync(join(folder, "log"), "a");
    return spawn(program, args, { ...account, cwd: folder, stdio: ["ignore", log, log] });
  }

  function own(path: string): void {
    if (account.uid !== undefined && account.gid !== undefined) {
      chownSync(path, account.uid, account.gid);
    }
  }
}

/** PostgreSQL refuses to run as root. */
function postgresAccount(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOfPostgres("-u"), gid: idOfPostgres("-g") };
}

function idOfPostgres(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
}

interface Places {
  readonly folder: string;
  readonly name: string;
  readonly data: string;
  readonly postgresPort: number;
  readonly restPort: number;
  readonly etcdPort: number;
}

function patroniConfig({ folder, name, data, postgresPort, restPort, etcdPort }: Places): object {
  const postgres = `127.0.0.1:${postgresPort}`;
  const rest = `127.0.0.1:${restPort}`;
  return {
    scope: "tsunagi",
    name,
    restapi: { listen: rest, connect_address: rest },
    etcd3: { host: `127.0.0.1:${etcdPort}` },
    bootstrap: {
      dcs: {
        // The shortest that Patroni takes.
        ttl: 20,
        loop_wait: 2,
        retry_timeout: 3,
        synchronous_mode: true,
        synchronous_mode_strict: true,
        postgresql: { parameters: { synchronous_commit: "on", max_connections: 100 } },
      },
      initdb: [{ encoding: "UTF8" }, "data-checksums"],
      pg_hba: [
        "host replication all 127.0.0.1/32 scram-sha-256",
        "host all all 127.0.0.1/32 scram-sha-256",
      ],
    },
    postgresql: {
      listen: postgres,
      connect_address: postgres,
      data_dir: data,
      bin_dir: postgresBinaries(),
      pgpass: join(folder, name, "pgpass"),
      authentication: {
        superuser: { username: "postgres", password },
        replication: { username: "standby", password },
      },
      parameters: { unix_socket_directories: join(folder, name) },
    },
  };
}

function proxyConfig(port: number, nodes: readonly Node[]): string {
  const servers = nodes.map(
    ({ name, postgresPort, restPort }) =>
      `  server ${name} 127.0.0.1:${postgresPort} check port ${restPort} inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions`,
  );
  return [
    "defaults",
    "  mode tcp",
    "  timeout connect 2s",
    "  timeout client 1h",
    "  timeout server 1h",
    "  timeout check 1s",
    "listen primary",
    `  bind 127.0.0.1:${port}`,
    "  option httpchk GET /primary",
    "  http-check expect status 200",
    ...servers,
    "",
  ].join("\n");
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
