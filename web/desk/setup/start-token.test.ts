import { expect, it } from "vitest";
import { startTokenIn } from "./start-token.ts";

it("finds the start token in the address, and nothing in the address of a place", () => {
  expect(startTokenIn("#start=abc-DEF_123")).toBe("abc-DEF_123");
  expect(startTokenIn("#/received/start")).toBeUndefined();
  expect(startTokenIn("#start=")).toBeUndefined();
  expect(startTokenIn("")).toBeUndefined();
});
