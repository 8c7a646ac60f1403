import { describe, expect, it } from "vitest";
import { addressOf, placeFrom } from "./hash-route.ts";

describe("places behind the hash", () => {
  it("reads what it writes", () => {
    expect(placeFrom(addressOf("received", "0199-7"))).toEqual(["received", "0199-7"]);
    expect(placeFrom(addressOf("a/b", "100%"))).toEqual(["a/b", "100%"]);
  });

  it("takes an empty hash as the beginning, and survives a broken one", () => {
    expect(placeFrom("")).toEqual([]);
    expect(placeFrom("#/")).toEqual([]);
    expect(placeFrom("#/sent/%E3%")).toEqual(["sent", "%E3%"]);
  });
});
