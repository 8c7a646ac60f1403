import { describe, expect, it } from "vitest";
import { charactersOf, stretchesOf, widthOf, writtenLines } from "./characters.ts";

describe("what MS932 lacks", () => {
  it("has a cell of one em of its own", () => {
    expect(widthOf("a𠮷野é")).toBe(3.5);
    expect(stretchesOf("吉田𠮷野")).toEqual([
      { text: "吉田", at: 0, beyond: false },
      { text: "𠮷", at: 2, beyond: true },
      { text: "野", at: 3, beyond: false },
    ]);
  });

  it("keeps marks and selectors with their letter", () => {
    expect(charactersOf("か\u3099葛\u{e0100}城")).toEqual(["か\u3099", "葛\u{e0100}", "城"]);
    expect(widthOf("葛\u{e0100}城")).toBe(2);
    expect(charactersOf("𠮷ｶﾞ")).toEqual(["𠮷", "ｶ", "ﾞ"]);
  });
});

describe("lines as they were written", () => {
  it("end at any kind of line end, and show what cannot be seen", () => {
    expect(writtenLines("一\r\n二\r三\n四\t五\u0007六\u007f")).toEqual([
      "一",
      "二",
      "三",
      "四 五␇六␡",
    ]);
  });
});
