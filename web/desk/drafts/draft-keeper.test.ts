import { CallError } from "@tsunagi/contract";
import type { Draft } from "@tsunagi/contract/desk";
import { describe, expect, it } from "vitest";
import { type DraftApi, openDrafts } from "./draft-keeper.ts";

const place = { kind: "results", month: "202612", route: "1370000011_43_11" } as const;
const read = (stored: unknown) => (typeof stored === "string" ? stored : undefined);

/** A client whose answers come when the test lets them. */
function client() {
  const disk = new Map<string, Draft>();
  const waiting: (() => void)[] = [];
  const saves: (readonly string[])[] = [];
  let fails: Error | undefined;
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  const api: DraftApi = {
    drafts: async () => ({ drafts: [...disk.values()], sendings: [] }),
    async saveDrafts({ body }) {
      saves.push(body.drafts.map(({ careUser, content }) => `${careUser}: ${String(content)}`));
      await turn();
      if (fails !== undefined) throw fails;
      const drafts = body.drafts.map((draft): Draft => {
        const before = disk.get(draft.careUser);
        if ((before?.revision ?? 0) !== draft.revision) throw problem("draft-changed");
        const sent = { sentRevision: null, sentContent: null, ...before };
        return { ...sent, ...draft, revision: draft.revision + 1, savedAt: "" };
      });
      for (const draft of drafts) disk.set(draft.careUser, draft);
      return { drafts };
    },
  };
  return {
    api,
    disk,
    saves,
    fail: (error: Error | undefined) => {
      fails = error;
    },
    answer: async () => {
      waiting.shift()?.();
      for (let round = 0; round < 10; round++) await Promise.resolve();
    },
  };
}

/** Lets what waits for nothing but its turn go on until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await Promise.resolve();
}

function problem(code: string): CallError {
  const known = { type: `urn:tsunagi:problem:${code}`, code, title: code, status: 409 };
  return new CallError(code, code, { problem: known });
}

const only = (careUser: string, content: string) => new Map([[careUser, content]]);

describe("drafts kept by the page", () => {
  it("are on their way to the disk as soon as they change; changes in between go together", async () => {
    const { api, saves, disk, answer } = client();
    const keeper = await openDrafts({ ...place, api, read });
    keeper.change(only("a", "1"));
    keeper.change(only("a", "2"));
    keeper.change(only("b", "1"));
    expect(saves).toEqual([["a: 1"]]);
    expect(keeper.current().saving).toBe("saving");
    await answer();
    expect(saves).toEqual([["a: 1"], ["a: 2", "b: 1"]]);
    await answer();
    expect(keeper.current()).toMatchObject({ saving: "saved" });
    expect(disk.get("a")).toMatchObject({ content: "2", revision: 2 });
    expect(await keeper.saved()).toEqual([
      { ...place, careUser: "a", revision: 2 },
      { ...place, careUser: "b", revision: 1 },
    ]);
  });

  it("that change while they are asked for anew are not overwritten by an answer that is older", async () => {
    const { api, disk, answer } = client();
    const asked: (() => void)[] = [];
    const slow: DraftApi = {
      ...api,
      async drafts(query) {
        const then = await api.drafts(query);
        await new Promise<void>((resolve) => asked.push(resolve));
        return then;
      },
    };
    const opening = openDrafts({ ...place, api: slow, read });
    await until(() => asked.length > 0);
    asked.shift()?.();
    const keeper = await opening;
    const reloading = keeper.reload();
    await until(() => asked.length > 0);
    keeper.change(only("a", "1"));
    await answer();
    expect(disk.get("a")?.content).toBe("1");
    asked.shift()?.();
    await until(() => asked.length > 0);
    expect(keeper.current().drafts.get("a")?.content).toBe("1");
    asked.shift()?.();
    await reloading;
    expect(keeper.current().drafts.get("a")?.content).toBe("1");
    keeper.change(only("a", "2"));
    await answer();
    expect(disk.get("a")).toMatchObject({ content: "2", revision: 2 });
  });

  it("stay when they cannot be saved, and are saved when that is possible again", async () => {
    const { api, disk, answer, fail } = client();
    const keeper = await openDrafts({ ...place, api, read });
    fail(problem("store-full"));
    keeper.change(only("a", "1"));
    await answer();
    expect(keeper.current().saving).toBe("failed");
    expect(keeper.current().drafts.get("a")?.content).toBe("1");
    fail(undefined);
    keeper.again();
    await answer();
    expect(keeper.current().saving).toBe("saved");
    expect(disk.get("a")?.content).toBe("1");
  });

  it("that another window changed are shown as they stand on disk", async () => {
    const { api, disk, answer } = client();
    const keeper = await openDrafts({ ...place, api, read });
    keeper.change(only("a", "mine"));
    await answer();
    const other = disk.get("a");
    if (other === undefined) throw new Error("it was saved");
    disk.set("a", { ...other, content: "theirs", revision: 5 });
    keeper.change(only("a", "mine again"));
    await answer();
    expect(keeper.current()).toMatchObject({ saving: "failed" });
    expect(keeper.current().drafts.get("a")?.content).toBe("theirs");
    keeper.again();
    expect(keeper.current().saving).toBe("saved");
    keeper.change(only("a", "mine after theirs"));
    await answer();
    expect(disk.get("a")).toMatchObject({ content: "mine after theirs", revision: 6 });
  });

  it("that cannot be read are written over, not stumbled upon", async () => {
    const { api, disk, answer } = client();
    const old = { ...place, savedAt: "", sentContent: null, sentRevision: null };
    disk.set("a", { ...old, careUser: "a", content: { of: "another version" }, revision: 3 });
    const keeper = await openDrafts({ ...place, api, read });
    expect(keeper.current().drafts.size).toBe(0);
    keeper.change(only("a", "anew"));
    await answer();
    expect(disk.get("a")).toMatchObject({ content: "anew", revision: 4 });
  });

  it("tell what was sent, and whether it was changed since", async () => {
    const { api, disk } = client();
    const draft = { ...place, revision: 2, savedAt: "", sentContent: "old" };
    disk.set("a", { ...draft, careUser: "a", content: "old", sentRevision: 2 });
    disk.set("b", { ...draft, careUser: "b", content: "new", sentRevision: 1 });
    disk.set("c", { ...draft, careUser: "c", content: { not: "readable" }, sentRevision: 2 });
    disk.set("d", { ...draft, careUser: "d", route: "another", content: "x", sentRevision: 2 });
    const { drafts } = (await openDrafts({ ...place, api, read })).current();
    expect(Object.fromEntries(drafts)).toMatchObject({
      a: { isSent: true, sent: "old" },
      b: { isSent: false, sent: "old", content: "new" },
    });
    expect([...drafts.keys()]).toEqual(["a", "b"]);
  });
});
