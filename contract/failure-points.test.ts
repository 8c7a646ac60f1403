import { expect, it } from "vitest";
import { failurePoints } from "./failure-points.ts";

const names = ["before", "after"] as const;
const kill = (): void => {
  throw new Error("killed");
};

it("does nothing unless told", () => {
  const at = failurePoints(names, undefined, kill);
  at("before");
  at("after");
});

it("kills or throws at the point that was named, and at no other", () => {
  const killing = failurePoints(names, "kill after", kill);
  killing("before");
  expect(() => killing("after")).toThrow("killed");
  const throwing = failurePoints(names, "throw before", kill);
  expect(() => throwing("before")).toThrow("failed at before");
});

it("fails the time that was meant, once", () => {
  const at = failurePoints(names, "throw after 3", kill);
  at("after");
  at("after");
  expect(() => at("after")).toThrow();
  at("after");
});

it.each(["kill elsewhere", "hurt before", "kill", "kill before 0", "kill before x"])(
  "does not take %s for a word about its points",
  (told) => {
    expect(() => failurePoints(names, told, kill)).toThrow(`no such failure point: ${told}`);
  },
);
