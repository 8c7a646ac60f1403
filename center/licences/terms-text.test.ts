import { expect, it } from "vitest";
import { sectionsOfText } from "./terms-text.ts";

it("reads headings and paragraphs, whatever the ends of lines", () => {
  expect(
    sectionsOfText("# 第1条 目的\r\n\r\n一つ目です。\r\n二つ目です。\n# 第2条\n三つ目です。"),
  ).toEqual([
    { heading: "第1条 目的", paragraphs: ["一つ目です。", "二つ目です。"] },
    { heading: "第2条", paragraphs: ["三つ目です。"] },
  ]);
});

it.each([
  ["本文だけです。", "1行目の前"],
  ["", "見出し"],
  ["# 第1条\n# 第2条\n本文", "第1条"],
])("refuses %j", (text, why) => {
  expect(() => sectionsOfText(text)).toThrow(why);
});
