import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldBytes } from "../file-content.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
} from "../testing/network.ts";
import { plan } from "../testing/samples.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;
let id: string;

beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner);
  helpers = await joinNetwork(network, provider);
  id = (await manager.engine.sendFiles(plan())).messageIds[0] ?? "";
  await manager.engine.sendNow();
});
afterAll(async () => {
  await manager?.engine.close();
  await helpers?.engine.close();
  await network?.remove();
});

/** Writes the evidence out and runs every command of its HOW-TO-VERIFY.txt, as a stranger would. */
async function followGuide({ engine }: TestDesk) {
  const folder = join(temporaryFolder(), "evidence");
  mkdirSync(folder);
  for (const file of await engine.evidenceFiles(id)) {
    writeFileSync(join(folder, file.name), await heldBytes(file));
  }
  const guide = readFileSync(join(folder, "HOW-TO-VERIFY.txt"), "utf8");
  const commands = guide.split("\r\n").filter((line) => line.startsWith("$ "));
  const said = commands.map((command) =>
    execFileSync("/bin/sh", ["-c", `${command.slice(2)} 2>&1`], { cwd: folder, encoding: "utf8" }),
  );
  const read = (name: string) => readFileSync(join(folder, name));
  return { commands, said, read };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the evidence of a message", () => {
  it("shows as much as there is before the receiver opened it", async () => {
    const { proved, statements } = await manager.engine.evidence(id);
    expect(proved).toBe(false);
    expect(Object.fromEntries(statements.map(({ name, state }) => [name, state]))).toEqual({
      accepted: "proved",
      opened: "absent",
      signed: "proved",
      "sealed-is-the-accepted": "proved",
      "opened-is-the-accepted": "absent",
      "signed-is-the-opened": "absent",
    });
    const { said } = await followGuide(manager);
    expect(said).toHaveLength(3);
  });

  it("is verified by stock OpenSSL as HOW-TO-VERIFY.txt says, on either side", async () => {
    await helpers.engine.fetchNow();
    await manager.engine.fetchNow();
    for (const desk of [manager, helpers]) {
      const { said, read } = await followGuide(desk);
      expect(said).toHaveLength(5);
      for (const words of said.slice(0, 3))
        expect(words).toContain("CAdES Verification successful");
      expect(said[3]).toContain(sha256(read("sealed.der")));
      expect(said[4]).toContain(sha256(read("signed.der")));
      const opened = JSON.parse(read("opened.json").toString()) as Record<string, string>;
      expect(opened).toMatchObject({
        id,
        from: planner.number,
        to: provider.number,
        sealedSha256: sha256(read("sealed.der")),
        signedSha256: sha256(read("signed.der")),
      });
      const parcel = unzipSync(read("parcel.zip"));
      for (const { name, bytes } of plan()) {
        expect(Buffer.from(parcel[`files/${name}`] ?? [])).toEqual(Buffer.from(bytes));
      }
    }
  });

  it("says so when a part of it was changed on this machine", async () => {
    await manager.engine.close();
    const database = new DatabaseSync(join(manager.folder, "tsunagi.sqlite"));
    const row = database.prepare("SELECT bytes FROM proof WHERE part = 'opened'").get();
    const bytes = row?.["bytes"] as Uint8Array;
    bytes[150] = (bytes[150] ?? 0) ^ 1;
    database.prepare("UPDATE proof SET bytes = ? WHERE part = 'opened'").run(bytes);
    database.close();
    await manager.reopen();

    const { proved, statements } = await manager.engine.evidence(id);
    expect(proved).toBe(false);
    expect(statements.find(({ name }) => name === "opened")?.state).toBe("failed");
    expect((await manager.engine.evidenceFiles(id)).map(({ name }) => name)).toContain(
      "opened.der",
    );
  });

  it("is not there for what does not exist", async () => {
    await expect(manager.engine.evidence("nothing")).rejects.toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
  });
});
