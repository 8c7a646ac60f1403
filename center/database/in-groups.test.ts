import { describe, expect, it } from "vitest";
import { type Grouping, inGroups } from "./in-groups.ts";

const grouping: Grouping<string> = {
  lanes: 1,
  mostItems: 4,
  weight: { most: 100, of: (item) => item.length },
  keyOf: (item) => item,
  isOfOne: (error) => error instanceof RangeError,
};

/** Work that is held until it is let go, and refuses groups with a bad item as a whole. */
function heldWork() {
  const groups: string[][] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const work = async (items: readonly string[]): Promise<readonly string[]> => {
    groups.push([...items]);
    await released;
    if (items.includes("bad")) throw new RangeError("bad");
    if (items.includes("lost")) throw new Error("lost");
    return items.map((item) => item.toUpperCase());
  };
  return { groups, work, release };
}

describe("work in groups", () => {
  it("puts together what comes in while a group is under way, each with its own result", async () => {
    const { groups, work, release } = heldWork();
    const ask = inGroups(work, grouping);
    const first = ask("a");
    await expect.poll(() => groups.length).toBe(1);

    const later = ["b", "c", "d"].map(ask);
    release();

    expect(await Promise.all([first, ...later])).toEqual(["A", "B", "C", "D"]);
    expect(groups).toEqual([["a"], ["b", "c", "d"]]);
  });

  it("does no more groups at once than told", async () => {
    const { groups, work, release } = heldWork();
    const ask = inGroups(work, { ...grouping, lanes: 2, mostItems: 1 });
    const all = ["a", "b", "c"].map(ask);
    await expect.poll(() => groups.length).toBe(2);
    release();
    await Promise.all(all);
    expect(groups).toEqual([["a"], ["b"], ["c"]]);
  });

  it("keeps groups within their number and weight, and a heavy item by itself", async () => {
    const { groups, work, release } = heldWork();
    const ask = inGroups(work, grouping);
    const items = ["a", "b", "c", "d", "e", "x".repeat(60), "y".repeat(60), "z".repeat(300), "f"];
    const all = items.map(ask);
    release();
    await Promise.all(all);
    expect(groups.map((group) => group.map((item) => item[0]).join(""))).toEqual([
      "abcd",
      "ex",
      "y",
      "z",
      "f",
    ]);
  });

  it("never does the same key twice in a group", async () => {
    const { groups, work, release } = heldWork();
    const ask = inGroups(work, grouping);
    const all = ["a", "b", "a"].map(ask);
    release();
    await Promise.all(all);
    expect(groups).toEqual([["a", "b"], ["a"]]);
  });

  it("lets a bad item fail by itself, and goes on", async () => {
    const { work, release } = heldWork();
    const ask = inGroups(work, grouping);
    const all = Promise.allSettled(["a", "bad", "b"].map(ask));
    release();
    expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await ask("c")).toBe("C");
  });

  it("tells all of a group of an error that is nobody's, without trying again", async () => {
    const { groups, work, release } = heldWork();
    const ask = inGroups(work, grouping);
    const all = Promise.allSettled(["a", "lost", "b"].map(ask));
    release();
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(groups).toEqual([["a", "lost", "b"]]);
  });
});
