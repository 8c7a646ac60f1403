import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../layout/layouts.ts";
import { encodeMs932, findUnmappable } from "../ms932/encode.ts";
import { mendCharacter, mendText, proposeCharacter } from "./characters.ts";
import { fullWidthKana, mendKana } from "./kana.ts";
import { kanjiForms } from "./kanji.ts";

describe("a character that MS932 does not have", () => {
  it.each([
    ["〜", "～"],
    ["−", "－"],
    ["‖", "∥"],
    ["—", "―"],
    ["¥", "￥"],
    ["\u00a0", " "],
    ["\u2003", " "],
    ["\u{e0101}", ""],
    ["\u200b", ""],
    ["⾼", "高"],
    ["⻑", "長"],
    ["⼾", "戸"],
  ])("%j is %j for certain, the same sign", (character, value) => {
    expect(mendCharacter(character)).toMatchObject({ certain: true, value });
  });

  it.each([
    ["𠮷", "吉"],
    ["𣘺", "橋"],
    ["剝", "剥"],
    ["㍿", "株式会社"],
    ["㋿", "令和"],
    ["\ufa4f", "祐"],
    ["ゔ", "ヴ"],
    ["–", "－"],
  ])("%s may be %s: a person decides", (character, value) => {
    expect(mendCharacter(character)).toMatchObject({ certain: false, value });
    expect(proposeCharacter(character)).toBe(value);
  });

  it.each(["😀", "♡", "²", "½", "한", "é"])("%s has no likeness", (character) => {
    expect(mendCharacter(character)).toBeUndefined();
  });

  it.each(["髙", "﨑", "德", "神", "～", "①", "㈱", "Ⅲ", "ｶ", "‐", " "])(
    "%s needs none: MS932 has it",
    (character) => {
      expect(mendCharacter(character)).toBeUndefined();
    },
  );

  it("is mended only by what MS932 has, whichever it is", () => {
    for (let code = 0x80; code < 0x30000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const value = proposeCharacter(String.fromCodePoint(code));
      if (value !== undefined && findUnmappable(value) >= 0) {
        expect.fail(`U+${code.toString(16)} → ${value}`);
      }
    }
  });
});

it("every kanji of the table is outside MS932, and its other form inside", () => {
  for (const [rare, usual] of kanjiForms) {
    expect([rare, findUnmappable(rare), usual, findUnmappable(usual)]).toEqual([
      rare,
      0,
      usual,
      -1,
    ]);
    expect([Array.from(rare).length, usual.length]).toEqual([1, 1]);
  }
});

describe("a text", () => {
  it.each([
    ["10:00〜11:00", "10:00～11:00"],
    ["ガラスのコップ".normalize("NFD"), "ガラスのコップ"],
    ["葛\u{e0100}城", "葛城"],
    ["東京都\u00a01−2", "東京都 1－2"],
    ["神田𠮷子", "神田𠮷子"],
    ["だいじょうぶ😀", "だいじょうぶ😀"],
  ])("%j becomes %j", (text, mended) => {
    expect(mendText(text)).toBe(mended);
  });

  it("is mended by proposals where they are accepted", () => {
    expect(mendText("𠮷田〜𣘺本", ({ value }) => value === "吉")).toBe("吉田〜𣘺本");
  });

  it("of MS932 stays as it is, and mending twice does no more", () => {
    const likely = fc.constantFrom(...Array.from("〜−か\u3099ハ\u309a\ufe0f𠮷髙神ｶﾞ\u00a0😀aあ⾼"));
    const text = fc
      .array(fc.oneof(likely, fc.string({ unit: "binary" })))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (given) => {
        const mended = mendText(given);
        expect(mendText(mended)).toBe(mended);
        if (findUnmappable(given) < 0) expect(mended).toBe(given);
      }),
      { seed: 4 },
    );
  });
});

describe("half-width kana", () => {
  const kana = rowsOf("UPHOSOKU").find(([, key]) => key === "nameKana");
  const address = rowsOf("UPHOSOKU").find(([, key]) => key === "address1");

  it.each([
    ["ﾀｶﾐ ﾓﾄｺ", "タカミ モトコ"],
    ["ｶﾞｷﾞﾊﾟｳﾞ", "ガギパヴ"],
    ["ｱﾞ｡ﾞ", "ア゛。゛"],
    ["メゾン･ｻﾝ", "メゾン・サン"],
  ])("%s is %s in full width, which MS932 has", (half, wide) => {
    expect(fullWidthKana(half)).toBe(wide);
    expect(() => encodeMs932(wide)).not.toThrow();
  });

  it("is mended for certain in a field of readings, as a proposal in others", () => {
    if (kana === undefined || address === undefined) throw new Error("no such field");
    expect(mendKana(kana, "ﾀｶﾐ")).toMatchObject({ certain: true, value: "タカミ" });
    expect(mendKana(address, "ﾒｿﾞﾝ")).toMatchObject({ certain: false, value: "メゾン" });
    expect(mendKana(kana, "タカミ")).toBeUndefined();
  });
});
