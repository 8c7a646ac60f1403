import { expect, it } from "vitest";
import { doneSteps, keepSteps } from "./progress-store.ts";

/** A browser's storage, as far as steps need it. */
function storage(kept: Map<string, string>): Storage {
  const { get, set } = {
    get: (name: string) => kept.get(name) ?? null,
    set: (name: string, value: string) => void kept.set(name, value),
  };
  return { getItem: get, setItem: set } as unknown as Storage;
}

it("remembers the steps that are done", () => {
  const box = storage(new Map());
  expect(doneSteps(box).size).toBe(0);
  keepSteps(box, new Set(["terminal", "id"]));
  expect([...doneSteps(box)]).toEqual(["terminal", "id"]);
});

it("takes what it does not know, or cannot read, for nothing", () => {
  expect([...doneSteps(storage(new Map([["tsunagi-start", '["id","dance"]']])))]).toEqual(["id"]);
  for (const kept of ["{", "3", "null"]) {
    expect(doneSteps(storage(new Map([["tsunagi-start", kept]]))).size).toBe(0);
  }
});

it("works where the browser keeps nothing for pages", () => {
  const closed = {
    getItem: () => {
      throw new Error("closed");
    },
    setItem: () => {
      throw new Error("full");
    },
  } as unknown as Storage;
  expect(doneSteps(closed).size).toBe(0);
  expect(() => keepSteps(closed, new Set(["id"]))).not.toThrow();
  expect(doneSteps(undefined).size).toBe(0);
});
