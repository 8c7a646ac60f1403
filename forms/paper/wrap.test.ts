import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "./characters.ts";
import { wrap } from "./wrap.ts";

describe("a text is broken into lines", () => {
  it("as wide as they may be, full width and half", () => {
    expect(wrap("あいうえおかきくけこ", 4)).toEqual(["あいうえ", "おかきく", "けこ"]);
    expect(wrap("ｱｲｳｴｵｶｷ", 2)).toEqual(["ｱｲｳｴ", "ｵｶｷ"]);
  });

  it("where its writer broke it, also at empty lines", () => {
    expect(wrap("一\n\n二", 10)).toEqual(["一", "", "二"]);
  });

  it("never before 、。）ー and never after （「", () => {
    expect(wrap("あいうえ。かき", 4)).toEqual(["あいう", "え。かき"]);
    expect(wrap("あいう（えお）", 4)).toEqual(["あいう", "（えお）"]);
    expect(wrap("訪問のサービス", 4)).toEqual(["訪問の", "サービス"]);
  });

  it("not in a number, a date or a word, where that fits a line", () => {
    expect(wrap("期間2026/12/01から", 6)).toEqual(["期間", "2026/12/01か", "ら"]);
    expect(wrap("訪問9:30～10:30", 5)).toEqual(["訪問9:30～", "10:30"]);
    expect(wrap("12345678901234567890", 4)).toEqual(["12345678", "90123456", "7890"]);
  });

  it("at blanks, which then are left out", () => {
    expect(wrap("訪問介護 身体介護", 4)).toEqual(["訪問介護", "身体介護"]);
    expect(wrap("　字下げ", 10)).toEqual(["　字下げ"]);
  });

  it("losing nothing but blanks, in lines no wider than asked", () => {
    const text = fc.string({
      unit: fc.constantFrom(
        "あ",
        "。",
        "（",
        "「",
        "ー",
        "a",
        "1",
        "/",
        " ",
        "　",
        "\n",
        "𠮷",
        "ｶ",
        "ﾞ",
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 24 }), (given, halves) => {
        const lines = wrap(given, halves / 2);
        expect(withoutBlanks(lines.join(""))).toBe(withoutBlanks(given));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(halves / 2);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, "");
}
