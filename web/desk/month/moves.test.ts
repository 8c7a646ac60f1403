import { describe, expect, it } from "vitest";
import { clampedTo, movedBy, type Place } from "./moves.ts";

const lines = ["body care", "household", "day care"];
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
const from = (row: string, day: number): Place => ({ row, day });
const moved = (name: string, at: Place, ctrlKey = false) =>
  movedBy(key(name, ctrlKey), at, lines, 30);

describe("keys in the grid of a month", () => {
  it("move by day and by line, and stay at the edges", () => {
    expect(moved("ArrowRight", from("household", 4))).toEqual(from("household", 5));
    expect(moved("ArrowLeft", from("household", 1))).toEqual(from("household", 1));
    expect(moved("ArrowRight", from("household", 30))).toEqual(from("household", 30));
    expect(moved("ArrowUp", from("household", 4))).toEqual(from("body care", 4));
    expect(moved("ArrowDown", from("day care", 4))).toEqual(from("day care", 4));
  });

  it("lead to the ends of a line, with Ctrl of the month", () => {
    expect(moved("Home", from("household", 9))).toEqual(from("household", 1));
    expect(moved("End", from("household", 9))).toEqual(from("household", 30));
    expect(moved("Home", from("household", 9), true)).toEqual(from("body care", 1));
    expect(moved("End", from("household", 9), true)).toEqual(from("day care", 30));
  });

  it("do not move when they mean something else", () => {
    for (const name of ["Enter", " ", "1", "t", "Tab"]) {
      expect(moved(name, from("household", 9))).toBeUndefined();
    }
  });
});

it("a place on a line that has gone, or on a day that the month lacks, is the nearest there is", () => {
  expect(clampedTo(from("gone", 31), lines, 28)).toEqual(from("body care", 28));
});
