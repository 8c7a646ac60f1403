import { expect, it } from "vitest";
import { changedIn } from "./live.ts";

it("takes only the changes it knows from what the client says", () => {
  expect(changedIn('{"what":"received"}')).toBe("received");
  expect(changedIn('{"what":"weather"}')).toBeUndefined();
  expect(changedIn("{")).toBeUndefined();
  expect(changedIn(undefined)).toBeUndefined();
});
