import { expect, it } from "vitest";
import { endsSoon } from "./password-end.ts";

it("is told from 14 days before", () => {
  const until = "2026-12-15T00:00:00.000Z";
  expect(endsSoon(until, new Date("2026-11-30T23:59:59Z"))).toBe(false);
  expect(endsSoon(until, new Date("2026-12-01T00:00:00Z"))).toBe(true);
});
