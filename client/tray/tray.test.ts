import { decodeMs932 } from "@tsunagi/standard";
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
import { plan, planAt, results, samples } from "../testing/samples.ts";
import type { GivenFile } from "./given-file.ts";
import { titleOfFile, titleOfFiles } from "./titles.ts";

let network: Network;
let manager: TestDesk;

beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner);
  const helpers = await joinNetwork(network, provider);
  await helpers.engine.close();
});
afterAll(async () => {
  await manager?.engine.close();
  await network?.remove();
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const codesOf = (findings: readonly { code: string }[]) => findings.map((one) => one.code);

async function putAll(files: readonly GivenFile[]) {
  let view = await manager.engine.tray.view();
  for (const file of files) view = await manager.engine.tray.put(file);
  return view;
}

async function clear() {
  const { sets, strays } = await manager.engine.tray.view();
  for (const { fileId } of [...sets.flatMap(({ files }) => files), ...strays]) {
    await manager.engine.tray.take(fileId);
  }
}

/** The plan, of and for another office. */
function planTo(number: string): GivenFile[] {
  const inText = (text: string) => text.replaceAll(provider.number, number);
  return plan().map(({ name, bytes }) => ({
    name: inText(name),
    bytes: new Uint8Array(Buffer.from(inText(Buffer.from(bytes).toString("latin1")), "latin1")),
  }));
}

/** The files as a text editor saves them that knows no other encoding, in small letters as some file servers do. */
function inUtf8(files: readonly GivenFile[]): GivenFile[] {
  return files.map(({ name, bytes }) => ({
    name: name.toLowerCase(),
    bytes: new Uint8Array(Buffer.from(decodeMs932(bytes))),
  }));
}

describe("the tray", () => {
  it("shows each fault in its place, and sends no set that has one", async () => {
    const faults = ["encoding", "field-count", "header-row", "required", "unmappable-character"];
    for (const fault of faults) {
      const view = await putAll(samples(`broken/${fault}`));
      const findings = view.sets.flatMap(({ files }) => files.flatMap((file) => file.findings));
      expect(codesOf(findings)).toContain(fault);
      expect(view.sets.map(({ sendable }) => sendable)).not.toContain(true);
      await expect(
        manager.engine.tray.send(view.sets.map(({ setId }) => setId)),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^(tray-has-problems|sender-not-this-office)$/),
      });
      await clear();
    }
    expect(manager.engine.list("sent")).toEqual([]);
  });

  it("keeps its files over the end of the program, and one of the same name is replaced", async () => {
    await putAll(plan());
    await manager.reopen();
    const view = await putAll(plan().slice(0, 1));
    expect(view.sets.map(({ files }) => files.length)).toEqual([3]);
    await clear();
  });

  it("refuses what another office would have to send, and what is for this office itself", async () => {
    const foreign = await putAll(results());
    expect(foreign.sets[0]?.findings).toContainEqual(code("sender-not-this-office"));
    await expect(manager.engine.tray.send([foreign.sets[0]?.setId ?? ""])).rejects.toMatchObject({
      code: "sender-not-this-office",
    });
    await clear();

    const own = await putAll(planTo(planner.number));
    expect(own.sets[0]?.findings).toContainEqual(code("receiver-is-this-office"));
    await clear();
  });

  it("says of a receiver that is unknown, or not licensed, why it cannot be sent to", async () => {
    await network.issue({ ...provider, number: "1370000037" }, { licensed: false });
    for (const [number, expected] of [
      ["1379999999", "office-unknown"],
      ["1370000037", "receiver-unlicensed"],
    ] as const) {
      const [set] = (await putAll(planTo(number))).sets;
      expect(set).toMatchObject({ to: { canReceive: false }, sendable: false });
      expect(set?.findings).toContainEqual(code(expected));
      await clear();
    }
  });

  it("lays out without the centre too, with a word that the receiver was not asked for", async () => {
    network.proxy.fault = { kind: "down" };
    const [set] = (await putAll(planTo("1370000094"))).sets;
    network.proxy.fault = { kind: "none" };
    expect(set?.findings).toEqual([
      expect.objectContaining({ code: "receiver-unchecked", severity: "warning" }),
    ]);
    expect(set?.sendable).toBe(true);
    await clear();
  });

  it("lets a PDF go with the set that was chosen for it", async () => {
    const pdf = { name: "担当者会議.pdf", bytes: Buffer.from("%PDF-1.7 試験") };
    let view = await putAll([...planAt("20261120100000"), ...planAt("20261120100001"), pdf]);
    expect(view.strays.map(({ name }) => name)).toEqual([pdf.name]);
    const [first, second] = view.sets;
    view = await manager.engine.tray.attach(view.strays[0]?.fileId ?? "", second?.setId ?? "");
    expect(view.strays).toEqual([]);
    const { messageIds, tray } = await manager.engine.tray.send([second?.setId ?? ""]);
    expect(tray.sets.map(({ setId }) => setId)).toEqual([first?.setId]);
    expect(manager.engine.message(messageIds[0] ?? "").files.map(({ name }) => name)).toContain(
      pdf.name,
    );
    expect(await heldBytes(await manager.engine.file(messageIds[0] ?? "", pdf.name))).toEqual(
      pdf.bytes,
    );
    await clear();
  });

  it("lets a PDF go with the files it was handed over with, when they are one set", async () => {
    const pdf = { name: "図.pdf", bytes: new Uint8Array(3) };
    const { tray, messageIds } = await manager.engine.sendFiles([...planAt("20261120100002"), pdf]);
    expect(tray.strays).toEqual([]);
    const { files } = manager.engine.message(messageIds[0] ?? "");
    expect(files.map(({ name }) => name)).toContain(pdf.name);
  });

  it("refuses files handed over together when two have one name", async () => {
    await expect(manager.engine.sendFiles([...plan(), ...plan()])).rejects.toMatchObject({
      code: "file-name-twice",
    });
  });

  it("mends what is certain when told to, says what, and can take it back", async () => {
    const [set] = (await putAll(inUtf8(plan()))).sets;
    const setId = set?.setId ?? "";
    expect(set).toMatchObject({ sendable: false });
    const before = await manager.engine.tray.view();
    const mends = await manager.engine.tray.mends(setId);
    expect(mends.map(({ originalName }) => originalName)).toEqual(
      set?.files.map(({ name }) => name),
    );
    expect(mends[0]?.mendings).toContainEqual({ message: expect.stringContaining("文字コード") });
    expect(await manager.engine.tray.view()).toEqual(before);

    const { files, tray } = await manager.engine.tray.mend(setId);
    expect(files).toEqual(mends);
    expect(tray.sets[0]).toMatchObject({ setId, sendable: true });
    expect(tray.sets[0]?.files.map(({ name }) => name)).toEqual(plan().map(({ name }) => name));
    expect(tray.sets[0]?.files.every(({ mended }) => mended)).toBe(true);
    await manager.reopen();
    expect(await manager.engine.tray.mends(setId)).toEqual(mends);
    expect(await manager.engine.tray.mend(setId)).toEqual({ files, tray });

    expect(await manager.engine.tray.unmend(setId)).toEqual(before);
    await clear();
  });

  it("sends the mended bytes, and keeps the others no longer", async () => {
    const [set] = (await putAll(inUtf8(planAt("20261120100003")))).sets;
    await manager.engine.tray.mend(set?.setId ?? "");
    const { messageIds, tray } = await manager.engine.tray.send([set?.setId ?? ""]);
    expect(tray.sets).toEqual([]);
    for (const { name, bytes } of planAt("20261120100003")) {
      expect(await heldBytes(await manager.engine.file(messageIds[0] ?? "", name))).toEqual(
        Buffer.from(bytes),
      );
    }
  });

  it("mends no name that another file has", async () => {
    const [first] = plan();
    const copy = {
      name: `${first?.name.slice(0, -4)} - コピー.CSV`,
      bytes: first?.bytes ?? new Uint8Array(),
    };
    const [set] = (await putAll([...plan(), copy])).sets;
    await expect(manager.engine.tray.mend(set?.setId ?? "")).rejects.toMatchObject({
      code: "file-name-taken",
    });
    expect((await manager.engine.tray.view()).sets[0]?.files.some(({ mended }) => mended)).toBe(
      false,
    );
    await clear();
  });

  it("knows of no set that is not there", async () => {
    for (const work of ["mends", "mend", "unmend"] as const) {
      await expect(manager.engine.tray[work]("nothing")).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  it("sends nothing while nobody is logged in", async () => {
    const view = await putAll(plan());
    await manager.engine.logOut();
    await expect(manager.engine.tray.send([view.sets[0]?.setId ?? ""])).rejects.toMatchObject({
      code: "login-needed",
    });
    await expect(manager.engine.sendFiles(plan())).rejects.toMatchObject({ code: "login-needed" });
    expect((await manager.engine.tray.view()).sets).toHaveLength(1);
  });

  it.each([
    "..",
    "a/b.pdf",
    "a\\b.pdf",
    "名前?.pdf",
    "\u202Efdp.pdf",
    "",
    " 前.pdf",
    `${"あ".repeat(80)}.pdf`,
  ])("takes no file called %j", async (name) => {
    await expect(manager.engine.tray.put({ name, bytes: new Uint8Array(1) })).rejects.toMatchObject(
      { code: "file-name-unusable" },
    );
  });

  it("takes no file of the standard that is too large to be checked as a whole", async () => {
    const file = { name: plan()[0]?.name ?? "", bytes: new Uint8Array(64 * 1024 * 1024 + 1) };
    await expect(manager.engine.tray.put(file)).rejects.toMatchObject({ code: "file-too-large" });
  });
});

describe("titles", () => {
  it("say what files and sets are in words", () => {
    const names = plan().map(({ name }) => name);
    expect(titleOfFiles(names)).toEqual({ title: "サービス利用票・別表（予定）", month: "202612" });
    expect(titleOfFiles(results().map(({ name }) => name))).toEqual({
      title: "サービス実績",
      month: "202612",
    });
    expect(titleOfFiles(["図.pdf"])).toEqual({ title: "書類", month: null });
    expect(names.map(titleOfFile)).toContain("第6表（サービス利用票）予定");
    expect(titleOfFile("図.pdf")).toBe("添付 (PDF)");
  });
});
