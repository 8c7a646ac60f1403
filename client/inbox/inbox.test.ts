import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { heldBytes } from "../file-content.ts";
import { runChild } from "../testing/child.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { planAt } from "../testing/samples.ts";

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;
let second = 0;

beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner);
  helpers = await joinNetwork(network, provider);
});
afterAll(async () => {
  await manager?.engine.close();
  await helpers?.engine.close();
  await network?.remove();
});
beforeEach(() => {
  network.proxy.fault = { kind: "none" };
});

function nextPlan() {
  second += 1;
  return planAt(`202611201200${String(second).padStart(2, "0")}`);
}

/** A message that the centre has accepted and the receiver has not yet asked for. */
async function sendPlan(files = nextPlan()): Promise<string> {
  const { messageIds } = await manager.engine.sendFiles(files);
  const id = messageIds[0] ?? "";
  await until(manager.engine, () => manager.engine.message(id).station !== "made");
  return id;
}

async function expectWhole(id: string, files: readonly { name: string; bytes: Uint8Array }[]) {
  const arrived = helpers.engine.list("received").filter((message) => message.id === id);
  expect(arrived).toHaveLength(1);
  for (const { name, bytes } of files) {
    const written = readFileSync(join(helpers.folder, "received", id, name));
    expect(written).toEqual(Buffer.from(bytes));
  }
}

describe("a message whose bytes were changed at the centre", () => {
  it.each([
    ["and the centre's own digest tells", false],
    ["and the centre's digest was changed along", true],
  ])("is refused, kept sealed, and told to the sender (%s)", async (_, digestToo) => {
    const id = await sendPlan();
    const other = await sendPlan();
    const { sql } = network.center();
    await sql`update message_chunks set bytes = set_byte(bytes, 900, get_byte(bytes, 900) # 1)
      where message_id = ${id}`;
    if (digestToo) {
      await sql`update messages set sha256 = (select encode(sha256(bytes), 'hex')
        from message_chunks where message_id = ${id}) where id = ${id}`;
    }

    const { received } = await helpers.engine.fetchNow();

    expect(received).toEqual([other]);
    expect(helpers.engine.message(id)).toMatchObject({
      station: "refused",
      files: [],
      trouble: { code: "changed", retrying: false },
    });
    expect(helpers.engine.message(id).trouble?.message).toContain("途中で変わっています");
    expect(existsSync(join(helpers.folder, "received", id))).toBe(false);
    expect(readFileSync(join(helpers.folder, "refused", `${id}.p7m`)).length).toBeGreaterThan(1000);

    await manager.engine.fetchNow();
    expect(manager.engine.message(id)).toMatchObject({
      station: "refused",
      trouble: { code: "refused-by-receiver", retrying: false },
    });

    const renewed = manager.engine.retry(id).id;
    await until(manager.engine, () => manager.engine.message(renewed).station !== "made");
    expect((await helpers.engine.fetchNow()).received).toEqual([renewed]);
    expect(manager.engine.message(id)).toMatchObject({ station: "refused", trouble: null });
  });
});

describe("a receiver that dies", () => {
  it("after the files are on disk still returns one receipt, and has the message once", async () => {
    const files = nextPlan();
    const id = await sendPlan(files);
    await helpers.engine.close();

    const ended = await runChild(
      helpers.folder,
      `engine.on("changed", (what) => what === "received" && die()); await engine.fetchNow();`,
    );

    expect(ended.signal).toBe("SIGKILL");
    await helpers.reopen();
    await expectWhole(id, files);
    expect(helpers.engine.message(id).station).toBe("downloaded");
    expect((await helpers.engine.fetchNow()).received).toEqual([]);
    await manager.engine.fetchNow();
    expect(manager.engine.message(id).station).toBe("opened");
  });

  it("between files and record takes the message in again, over what was left behind", async () => {
    const files = nextPlan();
    const id = await sendPlan(files);
    for (const name of [id, `.${id}.part`]) {
      const left = join(helpers.folder, "received", name);
      mkdirSync(left, { recursive: true });
      writeFileSync(join(left, files[0]?.name ?? ""), "途中まで");
    }

    expect((await helpers.engine.fetchNow()).received).toEqual([id]);
    await expectWhole(id, files);
    expect(existsSync(join(helpers.folder, "received", `.${id}.part`))).toBe(false);
  });

  it("before it hears that the centre has its receipt sends the same receipt again", async () => {
    const files = nextPlan();
    const id = await sendPlan(files);
    await helpers.engine.close();
    await runChild(
      helpers.folder,
      `engine.on("changed", (what) => what === "received" && die()); await engine.fetchNow();`,
    );
    await helpers.reopen();
    await helpers.engine.searchPartners(planner.number);
    // The line stands; the next that goes out is the receipt, and its answer is lost.
    network.proxy.fault = { kind: "cut-after", bytes: 1000, answered: true };
    await expect(helpers.engine.fetchNow()).rejects.toMatchObject({ code: "unreachable" });
    const [row] = await network.center().sql`select opened_receipt from messages where id = ${id}`;
    expect(row?.["opened_receipt"]).toBeInstanceOf(Uint8Array);

    await helpers.engine.fetchNow();

    await manager.engine.fetchNow();
    const receiptOf = async ({ engine }: TestDesk) => {
      const file = (await engine.evidenceFiles(id)).find(({ name }) => name === "opened.der");
      return file && heldBytes(file);
    };
    expect(await receiptOf(manager)).toBeDefined();
    expect(await receiptOf(manager)).toEqual(await receiptOf(helpers));
    await expectWhole(id, files);
  });
});

describe("what was received", () => {
  it("is taken in once however many ask at the same time", async () => {
    const id = await sendPlan();
    const runs = await Promise.all([1, 2, 3].map(() => helpers.engine.fetchNow()));
    expect(runs.flatMap(({ received }) => received)).toEqual([id]);
  });

  it("can still be opened after its files were moved away or altered", async () => {
    const files = nextPlan();
    const id = await sendPlan(files);
    await helpers.engine.fetchNow();
    const [first, next] = files;
    rmSync(join(helpers.folder, "received", id, first?.name ?? ""));
    writeFileSync(join(helpers.folder, "received", id, next?.name ?? ""), "書きかえ");

    for (const { name, bytes } of files) {
      expect(await heldBytes(await helpers.engine.file(id, name))).toEqual(Buffer.from(bytes));
    }
  });

  it("is unread until somebody looks", async () => {
    const id = await sendPlan();
    await helpers.engine.fetchNow();
    expect(helpers.engine.message(id).read).toBe(false);
    expect(helpers.engine.markRead(id).read).toBe(true);
    expect(() => helpers.engine.markRead("nothing")).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
  });
});

describe("the receiver's receipt", () => {
  it("is believed only to its signature: a forged one is trouble, never opened", async () => {
    const id = await sendPlan();
    await helpers.engine.fetchNow();
    const { sql } = network.center();
    await sql`update messages set opened_receipt =
      set_byte(opened_receipt, 120, get_byte(opened_receipt, 120) # 1) where id = ${id}`;

    await manager.engine.fetchNow();

    expect(manager.engine.message(id)).toMatchObject({
      station: "downloaded",
      trouble: { code: "opened-receipt-wrong", retrying: false },
    });
    expect((await manager.engine.evidence(id)).proved).toBe(false);
  });
});
