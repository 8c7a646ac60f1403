import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import { join as path, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { embeddedPlace, type TestPlace } from "../../testing/databases.ts";
import { startCenterProcess } from "../../testing/process.ts";
import { openPool } from "../pool.ts";
import { type EmbeddedServer, useEmbedded } from "./server.ts";

let place: TestPlace;
beforeEach(() => {
  place = embeddedPlace();
});
afterEach(() => place.remove());

const use = (as: "center" | "command"): Promise<EmbeddedServer> =>
  useEmbedded(place.dataFolder, as, () => undefined);
const pidOf = (): number => {
  const file = path(place.dataFolder, "database", "cluster", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
};

async function ask(server: EmbeddedServer, question: string): Promise<unknown> {
  const sql = openPool(server.address, 1);
  const [row] = await sql.unsafe(question);
  await sql.end();
  return Object.values(row ?? {})[0];
}

// mkdtemp closes the folder to everyone else: under root the server's account cannot enter it.
it.each([0o700, 0o755])("runs in a folder of mode %o, safe against power loss", async (mode) => {
  chmodSync(place.dataFolder, mode);
  const server = await use("center");

  expect(await ask(server, "show fsync")).toBe("on");
  expect(await ask(server, "show full_page_writes")).toBe("on");
  expect(await ask(server, "show synchronous_commit")).toBe("on");
  expect(await ask(server, "show data_checksums")).toBe("on");
  expect(await ask(server, "show listen_addresses")).toBe("127.0.0.1");
  expect(statSync(path(place.dataFolder, "database", "password")).mode & 0o777).toBe(0o600);
  await server.release();
  expect(pidOf()).toBe(0);
});

it("keeps what it was given over a stop", async () => {
  const first = await use("center");
  await ask(first, "create table kept (a int)");
  await first.release();
  const second = await use("center");
  expect(await ask(second, "select count(*)::int from kept")).toBe(0);
  await second.release();
});

it("takes a folder by its relative path", async () => {
  const folder = relative(process.cwd(), place.dataFolder);
  const server = await useEmbedded(folder, "center", () => undefined);
  expect(await ask(server, "select 1")).toBe(1);
  await server.release();
});

it("asks for the password", async () => {
  const server = await use("center");
  const sql = openPool({ ...server.address, password: "guessed" }, 1);
  await expect(sql`select 1`).rejects.toMatchObject({ code: "28P01" });
  await sql.end();
  await server.release();
});

it("is found by a second user, refused to a second centre, and stopped by the last", async () => {
  const center = await use("center");
  const pid = pidOf();
  const [command, another] = await Promise.all([use("command"), use("command")]);
  expect(command.address).toEqual(center.address);
  await expect(use("center")).rejects.toMatchObject({ code: "data-folder-in-use" });

  await center.release();
  await another.release();
  expect(pidOf()).toBe(pid);
  await command.release();
  expect(pidOf()).toBe(0);
});

it("is started once when several start at the same time", async () => {
  const servers = await Promise.all([use("command"), use("command"), use("center")]);
  expect(new Set(servers.map(({ address }) => address.port)).size).toBe(1);
  for (const server of servers) await server.release();
  expect(pidOf()).toBe(0);
});

it("comes back on the same port when it dies, and is refused to a second centre all the while", async () => {
  const server = await use("center");
  const sql = openPool(server.address, 2);
  await sql`create table kept (a int)`;
  const pid = pidOf();

  // PostgreSQL's "immediate" shutdown: as after a crash.
  process.kill(pid, "SIGQUIT");

  for (;;) {
    await expect(use("center")).rejects.toMatchObject({ code: "data-folder-in-use" });
    const back = await sql`select a from kept`.then(
      () => true,
      () => false,
    );
    if (back && pidOf() !== pid) break;
  }
  await sql.end();
  await server.release();
});

it("is refused to a second centre while the first cannot look after its server, and free once that is killed", async () => {
  const first = await startCenterProcess(place);
  // It neither notices that the server dies nor starts it again.
  first.pause();
  process.kill(pidOf(), "SIGKILL");

  await expect(use("center")).rejects.toMatchObject({ code: "data-folder-in-use" });

  await first.end("SIGKILL");
  const second = await use("center");
  expect(await ask(second, "select count(*)::int from offices")).toBe(0);
  await second.release();
});

it("starts after a power cut, which leaves its file of the process behind", async () => {
  const first = await use("center");
  const pid = pidOf();
  await ask(first, "create table kept (a int)");
  const children = execFileSync("pgrep", ["-P", String(pid)])
    .toString()
    .trim()
    .split("\n");
  const ended = first.release.bind(first);
  for (const one of [pid, ...children.map(Number)]) process.kill(one, "SIGKILL");
  await ended();

  const second = await use("center");
  expect(await ask(second, "select count(*)::int from kept")).toBe(0);
  await second.release();
});
