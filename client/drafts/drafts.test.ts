import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { runChild } from "../testing/child.ts";
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
} from "../testing/network.ts";
import { results, withOffice } from "../testing/samples.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const key = {
  kind: "results",
  month: "202612",
  route: "1370000011_43_11",
  careUser: "139999_0000000001",
} as const;

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;

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

function draftsOf({ drafts }: Engine) {
  return drafts.list("results", "202612").map(({ content, revision }) => ({ content, revision }));
}

describe("a draft", () => {
  it("is on disk when it is saved: killed right after, the app has it again", async () => {
    const folder = temporaryFolder();
    const options = { folder, centre: network.proxy.url, authority: network.authority };
    await (await openEngine(options)).close();
    const { signal } = await runChild(
      folder,
      `const key = ${JSON.stringify(key)};
      engine.drafts.save([{ ...key, content: { done: [3] }, revision: 0 }]);
      engine.drafts.save([{ ...key, content: { done: [3, 7] }, revision: 1 }]);
      die();`,
    );
    expect(signal).toBe("SIGKILL");
    const engine = await openEngine(options);
    expect(draftsOf(engine)).toEqual([{ content: { done: [3, 7] }, revision: 2 }]);
    await engine.close();
  });

  it("that another window changed meanwhile is not overwritten, nor is any other of the same save", () => {
    const { engine } = helpers;
    engine.drafts.save([{ ...key, content: "first window", revision: 0 }]);
    const other = { ...key, careUser: "139999_0000000002" };
    expect(() =>
      engine.drafts.save([
        { ...other, content: "second window", revision: 0 },
        { ...key, content: "second window", revision: 0 },
      ]),
    ).toThrow(expect.objectContaining({ code: "draft-changed" }));
    expect(draftsOf(engine)).toEqual([{ content: "first window", revision: 1 }]);
    expect(() => engine.drafts.remove([{ ...key, revision: 2 }])).toThrow(
      expect.objectContaining({ code: "draft-changed" }),
    );
    engine.drafts.remove([{ ...key, revision: 1 }]);
    expect(draftsOf(engine)).toEqual([]);
  });

  it("of a plan is another than one of results, and months stand apart", () => {
    const { drafts } = helpers.engine;
    drafts.save([
      { ...key, kind: "plan", content: "plan", revision: 0 },
      { ...key, month: "202701", content: "January", revision: 0 },
    ]);
    expect(drafts.list("results").map(({ content }) => content)).toEqual(["January"]);
    expect(drafts.list("results", "202612")).toEqual([]);
    expect(drafts.list("plan", "202612").map(({ content }) => content)).toEqual(["plan"]);
    drafts.remove([
      { ...key, kind: "plan", revision: 1 },
      { ...key, month: "202701", revision: 1 },
    ]);
  });
});

describe("what is made of drafts", () => {
  it("is sent and written down as sent in one step", async () => {
    const { drafts } = helpers.engine;
    drafts.save([{ ...key, content: "as sent", revision: 0 }]);
    const [messageId] = await drafts.send([{ ...key, revision: 1 }], results());
    expect(helpers.engine.message(messageId ?? "").partner.number).toBe(planner.number);
    expect(drafts.sendings("results")).toEqual([
      { messageId, month: "202612", route: "1370000011_43_11" },
    ]);
    drafts.save([{ ...key, content: "corrected", revision: 1 }]);
    expect(drafts.list("results")).toMatchObject([
      { content: "corrected", revision: 2, sentRevision: 1, sentContent: "as sent" },
    ]);
    drafts.remove([{ ...key, revision: 2 }]);
  });

  it("is not sent when a draft stands otherwise, or when the files do not pass", async () => {
    const { drafts } = helpers.engine;
    drafts.save([{ ...key, content: "now", revision: 0 }]);
    const before = helpers.engine.list("sent").length;
    await expect(drafts.send([{ ...key, revision: 7 }], results())).rejects.toMatchObject({
      code: "draft-changed",
    });
    const ofAnother = withOffice(results(), provider.number, "1370000099");
    await expect(drafts.send([{ ...key, revision: 1 }], ofAnother)).rejects.toMatchObject({
      code: "sender-not-this-office",
    });
    const unknown = withOffice(results(), planner.number, "1370000098");
    await expect(drafts.send([{ ...key, revision: 1 }], unknown)).rejects.toMatchObject({
      code: "office-unknown",
    });
    const [file] = results();
    const halved = { name: file?.name ?? "", bytes: file?.bytes.slice(0, 300) ?? new Uint8Array() };
    await expect(drafts.send([{ ...key, revision: 1 }], [halved])).rejects.toMatchObject({
      code: "draft-not-sendable",
    });
    expect(helpers.engine.list("sent")).toHaveLength(before);
    expect(drafts.list("results")).toMatchObject([{ sentRevision: null, sentContent: null }]);
    drafts.remove([{ ...key, revision: 1 }]);
  });

  it.each([
    ["made-before-commit", 0, null],
    ["made-after-commit", 1, 1],
  ])(
    "is sent and noted both or neither when the app is killed at %s",
    async (point, made, noted) => {
      const { drafts } = helpers.engine;
      drafts.save([{ ...key, content: "killed", revision: 0 }]);
      const before = helpers.engine.list("sent").length;
      await helpers.engine.close();
      const files = results().map(({ name, bytes }) => [
        name,
        Buffer.from(bytes).toString("base64"),
      ]);
      const { signal } = await runChild(
        helpers.folder,
        `const files = ${JSON.stringify(files)}.map(([name, bytes]) =>
        ({ name, bytes: Buffer.from(bytes, "base64") }));
      await engine.logInPerson({ personId: "${helpers.personId}", password: "${personPassword}" });
      await engine.logInOffice({
        officeId: "${helpers.letter.officeId}", password: "${officePassword}",
      });
      await engine.drafts.send([{ ...${JSON.stringify(key)}, revision: 1 }], files);`,
        { TSUNAGI_CLIENT_FAIL_AT: `kill ${point}` },
      );
      expect(signal).toBe("SIGKILL");
      await helpers.reopen();
      await logIn(helpers);
      expect(helpers.engine.list("sent")).toHaveLength(before + made);
      const [draft] = helpers.engine.drafts.list("results", "202612");
      expect(draft?.sentRevision).toBe(noted);
      helpers.engine.drafts.remove([{ ...key, revision: 1 }]);
    },
  );
});
