import { expect, it } from "vitest";
import { linesOf } from "./font.ts";

it("breaks lines by width, and begins none with a sign that ends something", () => {
  expect(linesOf("あいうえおabcdか", 5)).toEqual(["あいうえお", "abcdか"]);
  expect(linesOf("あいうえお。かき", 5)).toEqual(["あいうえお。", "かき"]);
  expect(linesOf("(あいうえ)かき", 4.5)).toEqual(["(あいうえ)", "かき"]);
});
