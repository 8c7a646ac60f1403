import { expect, it } from "vitest";
import { codeFault, recoveryCodeFault } from "./code-words.ts";

it("takes codes as a Japanese keyboard writes them", () => {
  expect(codeFault(" １２３　４５６ ")).toBeUndefined();
  expect(codeFault("１２３-４５６")).toBeUndefined();
  expect(recoveryCodeFault("ａｂｃｄ－efgh－2345")).toBeUndefined();
});

it("says what a code looks like", () => {
  expect(codeFault("")).toContain("入力してください");
  expect(codeFault("12345")).toContain("6桁");
  expect(codeFault("12345a")).toContain("6桁");
  expect(recoveryCodeFault("123456")).toContain("12文字");
});
