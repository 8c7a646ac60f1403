import { describe, expect, it } from "vitest";
import { Outline } from "./outline.ts";

describe("the numbers of an outline", () => {
  it("rise over needs, goals and services", () => {
    const steps = follow("1 1 1", "1 1 2", "1 2 1", "2 1 1");
    expect(steps.map(({ order }) => order)).toEqual(["first", "rising", "rising", "rising"]);
    expect(steps.map(({ changed }) => changed)).toEqual([0, 2, 1, 0]);
  });

  it("fall on any level, whatever stands below it", () => {
    expect(follow("2 1 1", "1 9 9").at(-1)).toMatchObject({ order: "falling", changed: 0 });
    expect(follow("1 2 1", "1 1 9").at(-1)).toMatchObject({ order: "falling", changed: 1 });
    expect(follow("1 1 2", "1 1 1").at(-1)).toMatchObject({ order: "falling", changed: 2 });
  });

  it("are the same when all of them are", () => {
    expect(follow("1 1 1", "1 1 1").at(-1)).toMatchObject({ order: "same", changed: 3 });
  });

  it("are compared as numbers, not as text", () => {
    expect(follow("9 1 1", "10 1 1").at(-1)).toMatchObject({ order: "rising" });
    expect(follow("01 1 1", "1 1 1").at(-1)).toMatchObject({ order: "same" });
  });

  it("repeat those above where they are empty", () => {
    expect(follow("1 1 1", "- - 1").at(-1)).toMatchObject({ order: "same", open: [] });
    expect(follow("1 1 1", "- - 2", "- 2 1").map(({ order }) => order)).toEqual([
      "first",
      "rising",
      "rising",
    ]);
  });

  it("are open where nothing above could give them", () => {
    expect(follow("- - 1")[0]).toMatchObject({ order: "first", open: [0, 1] });
    expect(follow("1 1 1", "2 - 1").at(-1)).toMatchObject({ open: [1] });
  });

  it("of a service may be left out", () => {
    expect(follow("1 1 -", "1 1 -").map(({ order }) => order)).toEqual(["first", "rising"]);
  });

  it("are not open below a row that could not be read, until a row has all of them", () => {
    const outline = new Outline([0, 1, 2]);
    outline.lose();
    expect(outline.step(["", "", "2"])).toMatchObject({ order: "first", open: [] });
    expect(outline.step(["", "", "3"])).toMatchObject({ open: [] });
    expect(outline.step(["2", "1", "1"])).toMatchObject({ open: [] });
    expect(outline.step(["3", "", "1"])).toMatchObject({ open: [1] });
  });

  it("begin anew with another plan", () => {
    const outline = new Outline([0, 1, 2]);
    outline.step(["5", "1", "1"]);
    outline.begin();
    expect(outline.step(["1", "1", "1"])).toMatchObject({ order: "first", open: [] });
  });
});

/** Steps over rows written as three numbers, `-` for an empty one. */
function follow(...rows: readonly string[]) {
  const outline = new Outline([0, 1, 2]);
  return rows.map((row) => outline.step(row.split(" ").map((one) => (one === "-" ? "" : one))));
}
