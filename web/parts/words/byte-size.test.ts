import { expect, it } from "vitest";
import { byteSize } from "./byte-size.ts";

it.each([
  [0, "0バイト"],
  [1023, "1023バイト"],
  [1024, "1KB"],
  [12_700, "12.4KB"],
  [1024 * 1024 - 1, "1MB"],
  [64 * 1024 * 1024, "64MB"],
  [3_250_000, "3.1MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(byteSize(bytes)).toBe(words);
});
