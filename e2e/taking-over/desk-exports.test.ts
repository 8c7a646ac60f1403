import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import { startDesk } from "@tsunagi/client";
import { monthFiles } from "@tsunagi/samples";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JoinedOffice } from "../month/desk.ts";
import { joinOffice } from "../month/join.ts";
import { careManagement, homeHelp } from "../month/offices.ts";
import { type NamedBytes, objectionsTo } from "./compare-readers.ts";

/** What the desk gives out: the page asks for it as this does, with the cookie that it got for its start token. */
interface OpenedDesk {
  readonly get: (path: string) => Promise<Uint8Array>;
}

const plan = monthFiles().filter(({ name }) => !name.startsWith("UPJSK"));

describe("a received message is taken over by others", () => {
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let receiver: JoinedOffice;
  let desk: OpenedDesk;
  let id = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tsunagi-taking-over-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const center: Center = await startCenter({ dataFolder: join(folder, "center"), log: "silent" });
    ends.push(() => center.stop());
    const sender = await joinOffice(center, folder, careManagement);
    ends.push(() => sender.engine.close());
    receiver = await joinOffice(center, folder, homeHelp);
    ends.push(() => receiver.engine.close());
    await sender.engine.sendFiles(plan);
    await sender.engine.sendNow();
    const { received } = await receiver.engine.fetchNow();
    id = received[0] ?? "";
    const served = await startDesk({ engine: receiver.engine });
    ends.push(() => served.stop());
    desk = await openDesk(served.url);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  it("as the files that are saved one by one", async () => {
    const files = plan.map(async ({ name }) => ({
      name,
      bytes: await desk.get(`/api/messages/${id}/files/${encodeURIComponent(name)}`),
    }));
    expectTakenOver(await Promise.all(files));
  });

  it("as the ZIP of all of them", async () => {
    const zip = unzipSync(await desk.get(`/api/messages/${id}/files`));
    expectTakenOver(Object.entries(zip).map(([name, bytes]) => ({ name, bytes })));
  });

  it("as the folder that care software reads", async () => {
    const received = join(folder, homeHelp.office.number, "received", id);
    const files = (await readdir(received)).map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(join(received, name))),
    }));
    expectTakenOver(await Promise.all(files));
  });
});

function expectTakenOver(files: readonly NamedBytes[]): void {
  expect(files.map(({ name }) => name).sort()).toEqual(plan.map(({ name }) => name).sort());
  expect(objectionsTo(files)).toEqual([]);
  for (const { name, bytes } of plan) {
    const same = files.find((file) => file.name === name);
    expect(Buffer.from(same?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
  }
}

async function openDesk(url: string): Promise<OpenedDesk> {
  const { origin, hash } = new URL(url);
  const startToken = new URLSearchParams(hash.slice(1)).get("start");
  const answer = await fetch(`${origin}/api/start`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ startToken }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return {
    async get(path) {
      const file = await fetch(origin + path, { headers: { cookie } });
      expect(file.status).toBe(200);
      return new Uint8Array(await file.arrayBuffer());
    },
  };
}
