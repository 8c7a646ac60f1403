import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { parseCertificate } from "@tsunagi/sealing";
import { openSealed } from "@tsunagi/sealing/open";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { startPostgres, startRestored } from "../../scripts/test/postgres.ts";
import { postgresBinaries } from "../../scripts/test/system-packages.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { embeddedPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";

const content = Buffer.from("試験 花子");

/** What a centre holds before it is lost: a small message and one of many rows. */
async function fill(center: TestCenter) {
  const sender = await join(center, careManagement);
  const receiver = await join(center, homeVisit);
  const contents = [content, randomBytes(900_000)];
  const ids: string[] = [];
  for (const bytes of contents) ids.push(await sendOne(center, { sender, receiver }, bytes));
  return { sender, receiver, contents, ids };
}

async function sendOne(
  center: TestCenter,
  { sender, receiver }: { readonly sender: TestOffice; readonly receiver: TestOffice },
  bytes: Uint8Array,
): Promise<string> {
  const id = newMessageId(center);
  const { sealed } = seal(center, id, sender, receiver, bytes);
  await sender.desk.send(sending(id, receiver.number, sealed));
  return id;
}

/** The receiver's client goes on as before, with its old certificate and login. */
async function readAll(
  center: TestCenter,
  {
    receiver,
    contents,
    ids,
  }: Pick<Awaited<ReturnType<typeof fill>>, "receiver" | "contents" | "ids">,
): Promise<void> {
  const desk = deskAt(center, receiver);
  const { messages } = await desk.listMessages({ query: { box: "received" } });
  expect(messages.map(({ id }) => id)).toEqual(ids);
  for (const [index, id] of ids.entries()) {
    const sealed = await desk.download({ params: { id } });
    const opened = openSealed(sealed, {
      keys: [receiver.signer],
      authorities: center.authorities.map((pem) => parseCertificate(pem)),
      expected: { id, from: careManagement.number, to: receiver.number },
    });
    expect(Buffer.from(opened.parcel.files[0]?.bytes ?? [])).toEqual(contents[index]);
  }
}

function deskAt(center: TestCenter, { client, accessToken }: TestOffice): TestOffice["desk"] {
  return center.callExchange(client, accessToken);
}

it("a copy of the data folder of a stopped centre is a backup: everything is read from it", async () => {
  const place = embeddedPlace();
  const center = await startTestCenter(place);
  const before = await fill(center);
  const copy = mkdtempSync(path(tmpdir(), "tsunagi-copy-"));
  await center.stop();
  execFileSync("cp", ["-a", `${place.dataFolder}/.`, copy]);
  await place.remove();

  const restored = await startTestCenter({ dataFolder: copy, remove: async () => undefined });
  await readAll(restored, before);
  await restored.stop();
  rmSync(copy, { recursive: true, force: true });
});

const server = process.env["TEST_DATABASE_URL"];
const programs = postgresBinaries();

function run(program: string, ...args: string[]): void {
  execFileSync(path(programs ?? "", program), args, { stdio: "pipe" });
}

describe.runIf(server && programs)("a backup of a PostgreSQL server", () => {
  it("made by pg_dump while the centre runs, restored elsewhere, gives every message back", async () => {
    const folder = mkdtempSync(path(tmpdir(), "tsunagi-backup-"));
    const admin = postgres(server ?? "", { max: 1, onnotice: () => undefined });
    const names = ["before", "after"].map(
      (name) => `backup_${name}_${randomBytes(6).toString("hex")}`,
    );
    for (const name of names) await admin.unsafe(`create database ${name}`);
    const [lost = "", found = ""] = names.map((name) => {
      const url = new URL(server ?? "");
      url.pathname = `/${name}`;
      return url.href;
    });
    const place = { ...embeddedPlace(), databaseUrl: lost };
    const center = await startTestCenter(place);
    const before = await fill(center);

    run("pg_dump", "--format=custom", "--file", path(folder, "dump"), lost);
    cpSync(path(place.dataFolder, "authority"), path(folder, "data", "authority"), {
      recursive: true,
    });
    await center.stop();
    await admin.unsafe(`drop database ${names[0]} with (force)`);
    await place.remove();
    run("pg_restore", "--exit-on-error", "--no-owner", "--dbname", found, path(folder, "dump"));

    const restored = await startTestCenter({
      dataFolder: path(folder, "data"),
      databaseUrl: found,
      remove: async () => undefined,
    });
    await readAll(restored, before);
    await restored.stop();
    await admin.unsafe(`drop database ${names[1]} with (force)`);
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("with the log kept since a base backup goes back to the moment before somebody deleted everything", async () => {
    const primary = await startPostgres((folder) => ({
      archive_mode: "on",
      archive_command: `cp %p ${folder}/log-%f`,
    }));
    const place = { ...embeddedPlace(), databaseUrl: primary.url };
    const center = await startTestCenter(place);
    const before = await fill(center);
    const base = path(primary.folder, "base");
    execFileSync(
      path(primary.programs, "pg_basebackup"),
      ["--dbname", primary.url, "--pgdata", base, "--checkpoint=fast"],
      { ...primary.account, cwd: primary.folder, stdio: "pipe" },
    );
    const since = await sendOne(center, before, content);
    const [{ moment }] = await center.sql<[{ moment: string }]>`
      select clock_timestamp()::text as moment`;
    await center.sql`delete from messages`;
    await center.sql`delete from message_chunks`;
    await archived(center);
    await center.stop();

    const restored = await startRestored(
      (data) => {
        cpSync(base, data, { recursive: true, preserveTimestamps: true });
        writeFileSync(path(data, "recovery.signal"), "");
        execFileSync("chown", ["-R", "--reference", base, data]);
        chmodSync(data, 0o700);
      },
      {
        restore_command: `cp ${primary.folder}/log-%f %p`,
        recovery_target_time: moment,
        recovery_target_action: "promote",
        // Nobody is let in before it has come that far.
        hot_standby: "off",
      },
    );
    const again = await startTestCenter({ ...place, databaseUrl: restored.url });
    await readAll(again, {
      ...before,
      ids: [...before.ids, since],
      contents: [...before.contents, content],
    });
    await again.stop();
    await restored.stop();
    await primary.stop();
    await place.remove();
  });
});

/** All of the log so far is where it is kept. */
async function archived({ sql }: TestCenter): Promise<void> {
  const [{ last }] = await sql<[{ last: string }]>`
    select pg_walfile_name(pg_switch_wal()) as last`;
  await expect
    .poll(
      async () => {
        const [row] = await sql`select last_archived_wal >= ${last} as kept from pg_stat_archiver`;
        return row?.["kept"];
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}
