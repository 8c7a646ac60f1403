import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@tsunagi/contract";
import { setTimeOf } from "@tsunagi/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { heldBytes } from "../file-content.ts";
import { openStore } from "../store/store.ts";
import {
  joinNetwork,
  logIn,
  type Network,
  officePassword,
  personPassword,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { planAt, results } from "../testing/samples.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { copyRecords } from "./copy-records.ts";

const keyPassphrase = "kagi-no-aikotoba";
/** Lies in the spool, as it does not compress. */
const scan = { name: "地図.pdf", bytes: new Uint8Array(randomBytes(limits.directBytes + 1)) };

async function expectAllOf(engine: Engine, sent: string, received: string): Promise<void> {
  expect(engine.message(sent).station).toBe("opened");
  const [result] = results();
  const file = await engine.file(received, result?.name ?? "");
  expect(await heldBytes(file)).toEqual(Buffer.from(result?.bytes ?? []));
  expect(await heldBytes(await engine.file(sent, scan.name))).toEqual(Buffer.from(scan.bytes));
  expect(await engine.evidence(sent)).toMatchObject({ proved: true });
}

describe("a backup of the office's folder", () => {
  let network: Network;
  let manager: TestDesk;
  let helpers: TestDesk;
  let sent: string;
  let received: string;
  beforeAll(async () => {
    network = await startNetwork();
    manager = await joinNetwork(network, planner, { keyPassphrase });
    helpers = await joinNetwork(network, provider);
  });
  afterAll(async () => {
    await manager?.engine.close();
    await helpers?.engine.close();
    await network?.remove();
  });

  /** Sends a plan with an attachment; resolves when it is with its receiver. */
  async function sendPlan(setTime: string): Promise<string> {
    const { engine } = manager;
    for (const file of planAt(setTime)) await engine.tray.put(file);
    const { sets, strays } = await engine.tray.put(scan);
    const setId = sets[0]?.setId ?? "";
    await engine.tray.attach(strays[0]?.fileId ?? "", setId);
    await engine.searchPartners(provider.number);
    const [id = ""] = (await engine.tray.send([setId])).messageIds;
    await until(engine, () => engine.message(id).station !== "made");
    await helpers.engine.fetchNow();
    await engine.fetchNow();
    return id;
  }

  async function receiveResults(): Promise<string> {
    const { messageIds } = await helpers.engine.sendFiles(results());
    await helpers.engine.sendNow();
    await manager.engine.fetchNow();
    return messageIds[0] ?? "";
  }

  it("is a folder that the app opens elsewhere: messages, evidence, keys; after a login it goes on", async () => {
    sent = await sendPlan("20261120120001");
    received = await receiveResults();
    const place = temporaryFolder();

    const made = await manager.engine.backUp(place);
    expect(manager.engine.settings().lastBackup).toEqual(made);
    expect(readdirSync(place).map((name) => join(place, name))).toEqual([made.folder]);
    const note = readFileSync(join(made.folder, "はじめにお読みください.txt"), "utf8");
    expect(note).toContain(planner.name);
    expect(note).toContain(manager.folder);

    await manager.engine.close();
    const restored = await openEngine({ folder: made.folder, keyPassphrase });
    manager.engine = restored;
    expect(restored.state()).toMatchObject({ phase: "person-login" });
    await expectAllOf(restored, sent, received);
    await logIn(manager);
    await sendPlan("20261120120002");
    expect(restored.list("sent")).toHaveLength(2);
  });

  it("keeps its keys encrypted as they are", async () => {
    const { folder } = await manager.engine.backUp(temporaryFolder());
    const opened = openEngine({ folder });
    await expect(opened).rejects.toMatchObject({ code: "passphrase-wrong" });
  });

  it("is only made where it can be, outside of the folder, and says why not", async () => {
    const { engine } = manager;
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    for (const place of ["usb", file, join(file, "sub"), "/nowhere/usb"]) {
      await expect(engine.backUp(place)).rejects.toMatchObject({ code: "backup-folder-missing" });
    }
    for (const place of [engine.folder, join(engine.folder, "received")]) {
      await expect(engine.backUp(place)).rejects.toMatchObject({ code: "backup-folder-inside" });
    }
    const place = temporaryFolder();
    await manager.engine.close();
    const now = new Date();
    manager.engine = await openEngine({
      folder: engine.folder,
      keyPassphrase,
      clock: () => now,
    });
    mkdirSync(join(place, `tsunagi-${planner.number}-${setTimeOf(now)}.part`));
    await expect(manager.engine.backUp(place)).rejects.toMatchObject({
      code: "backup-folder-refused",
    });
  });

  it("leaves nothing behind when the app ends meanwhile", async () => {
    const place = temporaryFolder();
    const { folder } = manager.engine;
    const made = manager.engine.backUp(place);
    const ended = expect(made).rejects.toThrow("stopped");
    await manager.engine.close();
    await ended;
    expect(readdirSync(place)).toEqual([]);
    manager.engine = await openEngine({ folder, keyPassphrase });
  });

  it("is set up anew where the lost computer's certificate was revoked, and shows what came before", async () => {
    const { engine, letter, personId } = manager;
    const { folder } = await engine.backUp(temporaryFolder());
    await engine.close();
    await network.revokeAll(letter);

    const restored = await openEngine({ folder, keyPassphrase });
    manager.engine = restored;
    const login = restored.logInPerson({ personId, password: personPassword });
    await expect(login).rejects.toMatchObject({ code: "certificate-revoked" });
    expect(restored.state()).toMatchObject({ phase: "not-enrolled" });
    const { officeId, issuePassword } = letter;
    await restored.enrol({ officeId, password: officePassword, issuePassword });
    expect(restored.state()).toMatchObject({ phase: "person-login" });
    await expectAllOf(restored, sent, received);
  });
});

describe("the records of a backup", () => {
  it("name no file of the spool that went while they were copied", async () => {
    const store = openStore(temporaryFolder());
    const lay = async (name: string): Promise<void> => {
      const file = store.spool.begin(name);
      await file.write(Buffer.from(name));
      const { size, sha256 } = await file.finish();
      store.sql.run`INSERT INTO spooled (name, size, sha256) VALUES (${name}, ${size}, ${sha256})`;
    };
    await lay("stays");
    await lay("goes");
    let copies = 0;
    const into = temporaryFolder();

    await copyRecords(
      {
        ...store,
        async copyDatabase(path) {
          await store.copyDatabase(path);
          copies += 1;
          store.sql.run`DELETE FROM spooled WHERE name = 'goes'`;
          store.spool.remove("goes");
        },
      },
      into,
      () => false,
    );

    store.close();
    expect(copies).toBe(2);
    const copy = openStore(into);
    expect(copy.sql.all`SELECT name FROM spooled`).toEqual([{ name: "stays" }]);
    copy.close();
    expect(readFileSync(join(into, "spool", "stays"), "utf8")).toBe("stays");
    expect(existsSync(join(into, "spool", "goes"))).toBe(false);
  });
});
