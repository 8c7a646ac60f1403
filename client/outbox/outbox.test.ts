import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { heldBytes } from "../file-content.ts";
import { runChild } from "../testing/child.ts";
import {
  enrolDesk,
  joinNetwork,
  type Network,
  officePassword,
  openDesk,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { planAt, withOffice } from "../testing/samples.ts";

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;

beforeAll(async () => {
  network = await startNetwork({ limits: { messageBytes: 2_000_000 } });
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

/** Far larger than everything else on the line, and not to be compressed, so that the proxy knows the sending by its size. */
const page = { name: "地図.pdf", bytes: new Uint8Array(randomBytes(400_000)) };

/** A plan of its own set time, with an attachment. */
async function putPlan(second: number, withPage = true): Promise<string> {
  const { engine } = manager;
  let tray = await engine.tray.view();
  for (const file of planAt(`202611201000${String(second).padStart(2, "0")}`)) {
    tray = await engine.tray.put(file);
  }
  const setId = tray.sets[0]?.setId ?? "";
  if (withPage) {
    tray = await engine.tray.put(page);
    await engine.tray.attach(tray.strays[0]?.fileId ?? "", setId);
  }
  return setId;
}

/** After this, what the centre sends first is an answer and not a part of the handshake. */
async function standingLine(): Promise<void> {
  await manager.engine.searchPartners(provider.number);
}

async function arrivals(id: string): Promise<number> {
  await helpers.engine.fetchNow();
  return helpers.engine.list("received").filter((message) => message.id === id).length;
}

const accepted = (id: string) => () => manager.engine.message(id).station !== "made";
const troubled = (id: string) => () => manager.engine.message(id).trouble;

describe("a message on its way to the centre", () => {
  it.each([
    ["before the centre has all of it", 100_000, false],
    ["after the centre took it, so that its answer is lost", 400_000, true],
  ])("arrives once although the line was cut %s", async (_, bytes, answered) => {
    const setId = await putPlan(answered ? 2 : 1);
    await standingLine();
    network.proxy.fault = { kind: "cut-after", bytes, answered };
    const struck = network.proxy.struck();

    const [id = ""] = (await manager.engine.tray.send([setId])).messageIds;
    await struck;
    const trouble = await until(manager.engine, troubled(id));
    expect(trouble).toMatchObject({ code: "unreachable", retrying: true });
    expect(manager.engine.message(id).station).toBe("made");

    expect(await manager.engine.sendNow()).toEqual([id]);
    expect(manager.engine.message(id)).toMatchObject({ station: "accepted", trouble: null });
    expect(await arrivals(id)).toBe(1);
    expect(await heldBytes(await helpers.engine.file(id, page.name))).toEqual(
      Buffer.from(page.bytes),
    );
  });

  it("arrives once although the centre stopped in the middle, by itself when it is back", async () => {
    await manager.reopen();
    manager.engine.watch();
    const setId = await putPlan(3);
    network.proxy.fault = { kind: "cut-after", bytes: 100_000, answered: false };
    const struck = network.proxy.struck();
    const [id = ""] = (await manager.engine.tray.send([setId])).messageIds;
    await struck;
    network.proxy.fault = { kind: "down" };
    await network.stopCenter();
    await until(manager.engine, troubled(id));

    await network.startCenter();
    network.proxy.fault = { kind: "none" };
    await until(manager.engine, accepted(id));

    expect(await arrivals(id)).toBe(1);
    await manager.reopen();
    expect(manager.engine.message(id).trouble).toBeNull();
  });

  it("waits in the outbox over the end of the program while there is no centre", async () => {
    const setId = await putPlan(4, false);
    network.proxy.fault = { kind: "down" };
    const [id = ""] = (await manager.engine.tray.send([setId])).messageIds;
    await until(manager.engine, troubled(id));
    await manager.reopen();
    expect(manager.engine.message(id)).toMatchObject({
      station: "made",
      trouble: { code: "unreachable", retrying: true },
    });

    network.proxy.fault = { kind: "none" };
    expect((await manager.engine.fetchNow()).sent).toEqual([id]);
    expect(await arrivals(id)).toBe(1);
  });

  it("can be taken back before it was ever sent, and before the receiver took it, not after", async () => {
    network.proxy.fault = { kind: "down" };
    const unsent = await putPlan(5, false);
    const [first = ""] = (await manager.engine.tray.send([unsent])).messageIds;
    await until(manager.engine, troubled(first));
    expect(await manager.engine.cancel(first)).toMatchObject({
      station: "cancelled",
      trouble: null,
    });

    network.proxy.fault = { kind: "none" };
    const [second = ""] = (await manager.engine.tray.send([await putPlan(6, false)])).messageIds;
    await until(manager.engine, accepted(second));
    expect(await manager.engine.cancel(second)).toMatchObject({ station: "cancelled" });
    expect(await arrivals(second)).toBe(0);

    const [third = ""] = (await manager.engine.tray.send([await putPlan(7, false)])).messageIds;
    await until(manager.engine, accepted(third));
    expect(await arrivals(third)).toBe(1);
    await expect(manager.engine.cancel(third)).rejects.toMatchObject({
      code: "message-already-downloaded",
    });
  });
});

describe("a message that the centre may have, for its answer was lost", () => {
  it("is taken back only by asking the centre, and does not arrive then", async () => {
    const setId = await putPlan(8);
    await standingLine();
    network.proxy.fault = { kind: "cut-after", bytes: 400_000, answered: true };
    const struck = network.proxy.struck();
    const [id = ""] = (await manager.engine.tray.send([setId])).messageIds;
    await struck;
    network.proxy.fault = { kind: "down" };
    await until(manager.engine, troubled(id));
    // Over the end of the program too.
    await manager.reopen();
    await expect(manager.engine.cancel(id)).rejects.toMatchObject({ code: "unreachable" });
    expect(manager.engine.message(id).station).toBe("made");

    network.proxy.fault = { kind: "none" };
    expect(await manager.engine.cancel(id)).toMatchObject({ station: "cancelled", trouble: null });
    expect(await arrivals(id)).toBe(0);
    expect(await manager.engine.sendNow()).toEqual([]);
  });
});

describe("what the centre says no to", () => {
  it("is held with the reason, and goes by hand once the reason is gone", async () => {
    const unlicensed = await openDesk(
      network,
      await network.issue({ ...planner, number: "1370000045" }, { licensed: false }),
    );
    await enrolDesk(unlicensed);
    const { engine } = unlicensed;
    await engine.logInOffice({ officeId: unlicensed.letter.officeId, password: officePassword });
    const files = withOffice(planAt("20261120100100"), planner.number, "1370000045");

    const { messageIds } = await engine.sendFiles(files);
    const id = messageIds[0] ?? "";
    const trouble = await until(engine, () => engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "licence-missing", retrying: false });
    expect(trouble?.message).toContain("利用申請");
    expect(await engine.sendNow()).toEqual([]);

    await network.license(unlicensed.letter);
    expect((await engine.fetchNow()).sent).toEqual([id]);
    expect(engine.message(id)).toMatchObject({ station: "accepted", trouble: null });
    await engine.close();
  });

  it("is made anew, under a new id, when the receiver lost its certificate after it was sealed", async () => {
    const third = { ...provider, number: "1370000052", name: "みほん訪問看護" };
    const receiver = await joinNetwork(network, third);
    const files = withOffice(planAt("20261120100200"), provider.number, third.number);
    network.proxy.fault = { kind: "cut-after", bytes: 100_000, answered: false };
    const { messageIds } = await manager.engine.sendFiles([...files, page]);
    const old = messageIds[0] ?? "";
    await until(manager.engine, troubled(old));

    await network.revokeAll(receiver.letter);
    expect(await manager.engine.sendNow()).toEqual([]);
    expect(manager.engine.message(old).trouble).toMatchObject({
      code: "receiver-without-certificate",
      retrying: false,
    });

    // The receiver's own calls now end the certificate on its machine, and it enrols again.
    await expect(receiver.engine.fetchNow()).rejects.toMatchObject({ code: "certificate-revoked" });
    expect(receiver.engine.state()).toMatchObject({
      phase: "not-enrolled",
      suggestedOfficeId: receiver.letter.officeId,
    });
    await enrolDesk(receiver);
    const { officeId } = receiver.letter;
    await receiver.engine.logInOffice({ officeId, password: officePassword });

    const [renewed = ""] = (await manager.engine.fetchNow()).sent;
    expect(renewed).not.toBe(old);
    expect(() => manager.engine.message(old)).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
    expect((await receiver.engine.fetchNow()).received).toEqual([renewed]);
    await receiver.engine.close();
  });
});

describe("what is larger than the centre takes", () => {
  it("is held, and said to be too large", async () => {
    const huge = { name: "大きな図.pdf", bytes: new Uint8Array(randomBytes(6_000_000)) };
    const { messageIds } = await manager.engine.sendFiles([...planAt("20261120100300"), huge]);
    const id = messageIds[0] ?? "";
    expect(await until(manager.engine, troubled(id))).toMatchObject({
      code: "message-too-large",
      retrying: false,
    });
    await manager.engine.cancel(id);
  });
});

describe("a centre that does not say the truth", () => {
  it("is not believed to have accepted a message without its signature", async () => {
    await standingLine();
    network.proxy.fault = { kind: "cut-after", bytes: 400_000, answered: true };
    const struck = network.proxy.struck();
    const { messageIds } = await manager.engine.sendFiles([...planAt("20261120100400"), page]);
    const id = messageIds[0] ?? "";
    await struck;
    await until(manager.engine, troubled(id));
    await network.center().sql`update messages set accepted_receipt =
      set_byte(accepted_receipt, 120, get_byte(accepted_receipt, 120) # 1) where id = ${id}`;

    expect(await manager.engine.sendNow()).toEqual([]);
    expect(manager.engine.message(id)).toMatchObject({
      station: "made",
      trouble: { code: "accepted-receipt-wrong", retrying: false },
    });
  });

  it("does not get a message sealed to a key that is not the receiver's", async () => {
    const { sql } = network.center();
    const [own] = await sql`select pem from certificates where office = ${planner.number}`;
    const before =
      await sql`select serial, pem from certificates where office = ${provider.number}`;
    await sql`update certificates set pem = ${own?.["pem"]} where office = ${provider.number}`;

    const { messageIds } = await manager.engine.sendFiles(planAt("20261120100500"));
    const id = messageIds[0] ?? "";
    const trouble = await until(manager.engine, troubled(id));
    expect(trouble).toMatchObject({ code: "partner-not-trusted", retrying: false });

    for (const { serial, pem } of before) {
      await sql`update certificates set pem = ${pem} where serial = ${serial}`;
    }
    expect((await manager.engine.fetchNow()).sent).toContain(id);
  });
});

describe("a sender that dies", () => {
  it.each([1, 2, 3, 4])(
    "at its change %i loses nothing and sends nothing twice",
    async (change) => {
      await manager.engine.close();
      const ended = await runChild(
        manager.folder,
        `let change = 0;
      engine.on("changed", (what) => what === "sent" && (change += 1) === ${change} && die());
      const files = ["20261120110${change}00", "20261120110${change}01", "20261120110${change}02"].flatMap(planAt);
      await engine.sendFiles(files);
      await engine.sendNow();`,
      );
      expect(ended.signal).toBe("SIGKILL");

      await manager.reopen();
      await manager.engine.sendNow();

      const ours = manager.engine
        .list("sent")
        .filter(({ files }) => files.some(({ name }) => name.includes(`_20261120110${change}`)));
      expect(ours.map(({ station }) => station)).toEqual(Array(3).fill("accepted"));
      await helpers.engine.fetchNow();
      const theirs = helpers.engine
        .list("received")
        .filter(({ files }) => files.some(({ name }) => name.includes(`_20261120110${change}`)));
      expect(theirs.map(({ id }) => id).sort()).toEqual(ours.map(({ id }) => id).sort());
    },
  );
});
